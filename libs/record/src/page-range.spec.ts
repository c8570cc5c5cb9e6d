import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '@roundtable/contracts';
import { catchUpRange } from './catch-up-range.js';
import { pageRange } from './page-range.js';

const heads = fc.integer({ min: 0, max: 5_000 });
const limits = fc.integer({ min: 1, max: LIMITS.historyPage });

describe('a page of the record', () => {
  it('lies within the record and within its limit, whatever is asked', () => {
    const wishes = fc.record({
      before: fc.option(fc.integer({ min: 1, max: 6_000 }), { nil: undefined }),
      after: fc.option(fc.nat(6_000), { nil: undefined }),
      around: fc.option(fc.integer({ min: 1, max: 6_000 }), { nil: undefined }),
      limit: limits,
    });
    fc.assert(
      fc.property(wishes, heads, (wish, head) => {
        const { from, to } = pageRange(wish, head);
        expect(from).toBeGreaterThanOrEqual(1);
        expect(to).toBeLessThanOrEqual(head);
        expect(to - from + 1).toBeLessThanOrEqual(wish.limit);
      }),
    );
  });

  it('around an entry holds that entry and is as full as the record allows', () => {
    fc.assert(
      fc.property(limits, fc.integer({ min: 1, max: 5_000 }), fc.nat(), (limit, head, pick) => {
        const around = 1 + (pick % head);
        const { from, to } = pageRange({ around, limit }, head);
        expect(from <= around && around <= to).toBe(true);
        expect(to - from + 1).toBe(Math.min(limit, head));
      }),
    );
  });

  it('before and after one entry leave out that entry alone', () => {
    expect(pageRange({ before: 10, limit: 5 }, 20)).toEqual({ from: 5, to: 9 });
    expect(pageRange({ after: 10, limit: 5 }, 20)).toEqual({ from: 11, to: 15 });
  });
});

describe('catching up', () => {
  const log = { head: 1_000, epoch: 3 };

  it('brings exactly what was missed', () => {
    expect(catchUpRange({ since: 990, epoch: 3 }, log)).toEqual({ from: 991, to: 1_000, reset: false });
    expect(catchUpRange({ since: 1_000, epoch: 3 }, log)).toEqual({ from: 1_001, to: 1_000, reset: false });
    expect(catchUpRange({ since: 1_000 - LIMITS.syncEntries, epoch: 3 }, log).reset).toBe(false);
  });

  it.each([
    ['on a first visit', null, null],
    ['after too long', 999 - LIMITS.syncEntries, 3],
    ['when ahead of the server', 1_001, 3],
    ['after a restored backup', 990, 2],
    ['without knowing the epoch', 990, null],
  ])('starts afresh with the newest page %s', (_, since, epoch) => {
    expect(catchUpRange({ since, epoch }, log)).toEqual({
      from: 1_001 - LIMITS.syncNewestPage,
      to: 1_000,
      reset: true,
    });
  });

  it('starts an empty record with an empty page', () => {
    const { from, to } = catchUpRange({ since: null, epoch: null }, { head: 0, epoch: 1 });
    expect(to - from + 1).toBeLessThanOrEqual(0);
  });
});
