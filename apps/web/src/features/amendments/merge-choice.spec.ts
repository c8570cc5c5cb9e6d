import { describe, expect, it } from '@jest/globals';
import type { AmendmentView } from '@roundtable/contracts';
import { conflictsWithin, consensualFirst, suggestedForMerge } from './merge-choice.js';

const accepted = (number: number, paragraph: number, friendly = false) =>
  ({
    id: `a${String(number)}`,
    proposal: 'p',
    number,
    kind: 'replace',
    paragraph,
    state: 'accepted',
    decision: { friendly },
  }) as AmendmentView;
const ids = (amendments: readonly AmendmentView[]) => amendments.map(({ id }) => id);

describe('the choice of amendments to merge', () => {
  it('begins with those that nobody had to decide, and leaves out what is not accepted', () => {
    const tabled = { ...accepted(9, 9), state: 'tabled' } as AmendmentView;
    expect(
      ids(consensualFirst([accepted(1, 1), accepted(2, 2, true), tabled, accepted(3, 3, true)])),
    ).toEqual(['a2', 'a3', 'a1']);
  });

  it('suggests of two in conflict the first alone, and names the pair when both are chosen', () => {
    const all = consensualFirst([accepted(1, 1), accepted(2, 1, true), accepted(3, 4)]);
    expect(suggestedForMerge(all)).toEqual(['a2', 'a3']);
    expect(conflictsWithin(all).map(ids)).toEqual([['a1', 'a2']]);
    expect(conflictsWithin(all.filter(({ id }) => id !== 'a1'))).toEqual([]);
  });
});
