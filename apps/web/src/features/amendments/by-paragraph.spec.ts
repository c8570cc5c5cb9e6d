import { describe, expect, it } from '@jest/globals';
import type { AmendmentView } from '@roundtable/contracts';
import { groupByParagraph } from './by-paragraph.js';

const amendment = (number: number, state: AmendmentView['state'], paragraph = 1) =>
  ({ id: String(number), number, state, paragraph }) as AmendmentView;
const numbers = (amendments: readonly AmendmentView[]) => amendments.map(({ number }) => number);

describe('amendments by paragraph', () => {
  it('follow the text, those to one paragraph together', () => {
    const { standing } = groupByParagraph([
      amendment(1, 'tabled', 10),
      amendment(2, 'accepted', 2),
      amendment(3, 'tabled', 10),
      amendment(4, 'tabled', 0),
    ]);
    expect(standing.map(({ paragraph, amendments }) => [paragraph, numbers(amendments)])).toEqual([
      [0, [4]],
      [2, [2]],
      [10, [1, 3]],
    ]);
  });

  it('keep those that need new words and those that are settled apart, and drop none', () => {
    const states = ['tabled', 'needs_rebase', 'accepted', 'rejected', 'withdrawn', 'merged'] as const;
    const { standing, needing, settled } = groupByParagraph(
      states.map((state, index) => amendment(index + 1, state)),
    );
    expect(numbers(needing)).toEqual([2]);
    expect(numbers(settled)).toEqual([4, 5, 6]);
    expect(standing.flatMap(({ amendments }) => numbers(amendments))).toEqual([1, 3]);
  });
});
