import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@roundtable/contracts';
import { beginDraft, carryDraft, faultsOf, placeDraft, type AmendmentDraft } from './amendment-draft.js';

const PARAGRAPHS = [
  { number: 1, text: 'The gauge is read daily.' },
  { number: 2, text: 'Figures are published.' },
];
const draft = (over: Partial<AmendmentDraft> = {}): AmendmentDraft => ({
  kind: 'replace',
  paragraph: 1,
  text: 'The gauge is read hourly.',
  ...over,
});

describe('an amendment that is being written', () => {
  it('begins with the words of the paragraph, and keeps those that somebody wrote', () => {
    const begun = placeDraft(draft({ paragraph: null, text: '' }), { paragraph: 1 }, PARAGRAPHS);
    expect(begun.text).toBe('The gauge is read daily.');
    expect(placeDraft(begun, { paragraph: 2 }, PARAGRAPHS).text).toBe('Figures are published.');
    expect(placeDraft(draft(), { paragraph: 2 }, PARAGRAPHS).text).toBe('The gauge is read hourly.');
    expect(placeDraft(begun, { kind: 'insert' }, PARAGRAPHS).text).toBe('');
  });

  it('is asked for another paragraph where only new words can stand', () => {
    const first = draft({ kind: 'insert', paragraph: 0 });
    expect(placeDraft(first, { kind: 'delete' }, PARAGRAPHS).paragraph).toBeNull();
  });

  it('begins at the paragraph that was looked at, wherever that stands by now', () => {
    const [gauge, figures] = PARAGRAPHS as [(typeof PARAGRAPHS)[0], (typeof PARAGRAPHS)[0]];
    const grown = [
      { number: 1, text: 'Preamble.' },
      { ...gauge, number: 2 },
      { ...figures, number: 3 },
    ];
    expect(beginDraft(gauge, PARAGRAPHS)).toEqual(draft({ text: gauge.text }));
    expect(beginDraft(gauge, grown)).toEqual(draft({ paragraph: 2, text: gauge.text }));
    expect(beginDraft({ number: 2, text: 'Gone.' }, PARAGRAPHS).paragraph).toBeNull();
    expect(beginDraft(figures, [gauge, figures, { ...figures, number: 3 }]).paragraph).toBe(2);
    expect(beginDraft(null, PARAGRAPHS).paragraph).toBeNull();
    expect(beginDraft(null, [gauge]).paragraph).toBe(1);
    expect(beginDraft(null, [])).toEqual({ kind: 'insert', paragraph: 0, text: '' });
  });

  it('finds its paragraph again in a newer text by its words, with what was written', () => {
    const newest = [
      { number: 1, text: 'Preamble.' },
      { number: 2, text: 'The gauge is read daily.' },
    ];
    expect(carryDraft(draft(), PARAGRAPHS, newest)).toEqual(draft({ paragraph: 2 }));
    const gone = draft({ paragraph: 2, text: 'Figures are free.' });
    expect(carryDraft(gone, PARAGRAPHS, newest)).toEqual({ ...gone, paragraph: null });
    const first = draft({ kind: 'insert', paragraph: 0 });
    expect(carryDraft(first, PARAGRAPHS, newest)).toEqual(first);
  });

  it('asks for the paragraph where several read like it, and leaves no words of one that is gone', () => {
    const twice = [
      { number: 1, text: 'The gauge is read daily.' },
      { number: 2, text: 'The gauge is read daily.' },
    ];
    expect(carryDraft(draft(), PARAGRAPHS, twice)).toEqual(draft({ paragraph: null }));
    const untouched = draft({ paragraph: 2, text: 'Figures are published.' });
    expect(carryDraft(untouched, PARAGRAPHS, twice)).toEqual(draft({ paragraph: null, text: '' }));
  });

  it.each<[string, Partial<AmendmentDraft>, object]>([
    ['no paragraph', { paragraph: null }, { paragraph: 'paragraphNeeded' }],
    ['no words', { text: ' \n' }, { text: 'wordsNeeded' }],
    ['the words that stand there', { text: 'The gauge is read daily. ' }, { text: 'wordsSame' }],
    ['too many words', { text: 'x'.repeat(LIMITS.amendmentTextLength + 1) }, { text: 'tooLong' }],
    ['no words where a paragraph goes', { kind: 'delete', text: '' }, {}],
    ['words of their own before the first', { kind: 'insert', paragraph: 0 }, {}],
  ])('is told of %s', (_, over, faults) => {
    expect(faultsOf(draft(over), PARAGRAPHS)).toEqual(faults);
  });
});
