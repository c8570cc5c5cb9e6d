import { describe, expect, it } from '@jest/globals';
import type { AmendmentView, RebaseOffer } from '@roundtable/contracts';
import { beginRebase, carryRebase, stampOfGround, type RebaseGround } from './rebase-draft.js';

const ground = (version: number, paragraphs: string[], offer: Partial<RebaseOffer> = {}): RebaseGround => ({
  amendment: { kind: 'replace', text: 'The gauge is read hourly.' } as AmendmentView,
  offer: { to: version, revision: 1, paragraph: 1, suggestion: null, ...offer } as RebaseOffer,
  version,
  paragraphs: paragraphs.map((text, index) => ({ number: index + 1, text })),
});

describe('an amendment being brought up to date', () => {
  const before = ground(2, ['The gauge is read weekly.', 'Figures are published.']);
  const newest = ground(3, ['Preamble.', 'The gauge is read twice.', 'Figures are published.'], {
    paragraph: 2,
    suggestion: 'The gauge is read twice, hourly.',
  });

  it('begins with both changes together, or with the amendment as it was', () => {
    expect(beginRebase(newest).text).toBe('The gauge is read twice, hourly.');
    expect(beginRebase(before)).toEqual({ kind: 'replace', paragraph: 1, text: 'The gauge is read hourly.' });
    expect(stampOfGround(newest)).not.toBe(stampOfGround(before));
  });

  it('takes the newer offer where nothing was written or chosen', () => {
    expect(carryRebase(beginRebase(before), before, newest)).toEqual(beginRebase(newest));
  });

  it('keeps what was written when the text moves on once more', () => {
    const written = { ...beginRebase(before), text: 'The gauge is read always.' };
    expect(carryRebase(written, before, newest)).toEqual({
      kind: 'replace',
      paragraph: 2,
      text: 'The gauge is read always.',
    });
  });

  it('finds the paragraph that was chosen again by its words', () => {
    const placed = { ...beginRebase(before), paragraph: 2 };
    expect(carryRebase(placed, before, newest).paragraph).toBe(3);
  });
});
