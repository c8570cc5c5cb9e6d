import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '@roundtable/contracts';
import { faultsOf, placeDraft, type AmendmentDraft } from './amendment-draft.js';

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
