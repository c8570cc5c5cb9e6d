import { describe, expect, it } from '@jest/globals';
import type { RollCallEntry } from '@roundtable/contracts';
import { beginBallot, followBallot } from './ballot-draft.js';

const cast = (option: string, reason: string | null = null): RollCallEntry => ({
  elector: 'aigul',
  castBy: 'aigul',
  picks: [{ option, points: null }],
  reason,
});

describe('a ballot form', () => {
  it('shows what was cast on another device, as long as nothing else was begun in it', () => {
    const followed = followBallot(followBallot(beginBallot(null), cast('yes', 'Agreed')), cast('no'));
    expect(followed).toMatchObject({ draft: { picks: cast('no').picks, reason: '' }, isOvertaken: false });
  });

  it('keeps what is being filled in, and tells what was cast meanwhile', () => {
    const begun = { ...beginBallot(cast('yes')), draft: { picks: cast('abstain').picks, reason: 'Unsure' } };
    expect(followBallot(begun, cast('no'))).toEqual({ ...begun, known: cast('no'), isOvertaken: true });
  });

  it('takes its own ballot for what it is when it comes back', () => {
    const begun = { ...beginBallot(null), draft: { picks: cast('yes').picks, reason: ' Agreed ' } };
    expect(followBallot(begun, cast('yes', 'Agreed'))).toEqual(beginBallot(cast('yes', 'Agreed')));
    const overtaken = followBallot({ ...begun, known: cast('no') }, cast('abstain'));
    expect(followBallot(overtaken, cast('yes', 'Agreed')).isOvertaken).toBe(false);
  });

  it('stays as it is while nothing new is cast', () => {
    const begun = { ...beginBallot(cast('yes')), draft: { picks: [], reason: 'Hm' } };
    expect(followBallot(begun, cast('yes'))).toBe(begun);
  });
});
