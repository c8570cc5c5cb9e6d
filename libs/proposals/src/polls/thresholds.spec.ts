import { describe, expect, it } from '@jest/globals';
import type { PollThreshold } from '@roundtable/contracts';
import fc from 'fast-check';
import { measureQuorum, measureThreshold, meetsShare, type Bases } from './thresholds.js';
import { ONE_VOTE } from './votes.js';

const HALF = { numerator: 1, denominator: 2 };
const TWO_THIRDS = { numerator: 2, denominator: 3 };

function threshold(over: Partial<PollThreshold> = {}): PollThreshold {
  return {
    option: 'yes',
    relation: 'more_than',
    share: HALF,
    base: 'valid',
    countsAbstentions: false,
    ...over,
  };
}

function bases(over: Partial<Record<keyof Bases, number>>): Bases {
  const numbers = { entitled: 0, present: 0, cast: 0, valid: 0, abstentions: 0, ...over };
  const entries = Object.entries(numbers).map(([name, number]) => [name, BigInt(number) * ONE_VOTE]);
  return Object.fromEntries(entries) as unknown as Bases;
}

/** The fewest votes that meet a threshold. */
function fewest(asked: PollThreshold, of: Bases): number {
  for (let votes = 0; ; votes++)
    if (measureThreshold(asked, BigInt(votes) * ONE_VOTE, of).isMet) return votes;
}

describe('thresholds', () => {
  // Robert's Rules of Order Newly Revised, section 44: of 19, 20 and 21 votes a majority is 10, 11 and 11.
  it.each([
    [19, 10],
    [20, 11],
    [21, 11],
  ])('take of %i votes %i for a majority', (cast, needed) => {
    expect(fewest(threshold(), bases({ cast, valid: cast }))).toBe(needed);
  });

  // The same section: of 30 votes two thirds are 20, of 31 they are 21, of 33 they are 22.
  it.each([
    [30, 20],
    [31, 21],
    [33, 22],
  ])('take of %i votes %i for two thirds', (cast, needed) => {
    const asked = threshold({ relation: 'at_least', share: TWO_THIRDS });
    expect(fewest(asked, bases({ cast, valid: cast }))).toBe(needed);
  });

  // "Who counts and how many do we need?", ergofabulous.org/model/basics/voting.html: 50 members, 30 present, 24 valid.
  it('tell a majority of the votes from one of those present and of all members', () => {
    const of = bases({ entitled: 50, present: 30, cast: 24, valid: 24 });
    expect(fewest(threshold(), of)).toBe(13);
    expect(fewest(threshold({ base: 'present' }), of)).toBe(16);
    expect(fewest(threshold({ base: 'entitled' }), of)).toBe(26);
  });

  // Rule 86 of the Rules of Procedure of the UN General Assembly: who abstains is considered as not voting.
  it('leave abstentions out of the base where they do not count, and in where they do', () => {
    const of = bases({ entitled: 40, present: 30, cast: 30, valid: 28, abstentions: 7 });
    const asked = (over: Partial<PollThreshold>) =>
      fewest(threshold({ relation: 'at_least', share: TWO_THIRDS, ...over }), of);
    expect(asked({})).toBe(14);
    expect(asked({ countsAbstentions: true })).toBe(19);
    expect(asked({ base: 'cast' })).toBe(16);
    expect(asked({ base: 'cast', countsAbstentions: true })).toBe(20);
    expect(asked({ base: 'entitled' })).toBe(27);
  });

  // Loomio's manual, "Vote share requirements": agree at least 75 % of the eligible and block at most 0 %.
  it('are at most nothing only where there is nothing', () => {
    const asked = threshold({ relation: 'at_most', share: { numerator: 0, denominator: 1 }, base: 'cast' });
    expect(measureThreshold(asked, 0n, bases({ cast: 9 })).isMet).toBe(true);
    expect(measureThreshold(asked, 1n, bases({ cast: 9 })).isMet).toBe(false);
  });

  it('are exact where decimal fractions are not: 2/3 of 3 million and one is not 2 million', () => {
    expect(meetsShare(2_000_000n, 3_000_000n, 'at_least', TWO_THIRDS)).toBe(true);
    expect(meetsShare(2_000_000n, 3_000_001n, 'at_least', TWO_THIRDS)).toBe(false);
    expect(meetsShare(2_000_000n, 3_000_000n, 'more_than', TWO_THIRDS)).toBe(false);
  });

  it('reach no share of nothing', () => {
    expect(meetsShare(0n, 0n, 'at_least', HALF)).toBe(false);
    expect(meetsShare(0n, 0n, 'more_than', { numerator: 0, denominator: 1 })).toBe(false);
  });

  it('make a quorum that another ballot never breaks', () => {
    const share = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 100 }));
    fc.assert(
      fc.property(
        share,
        fc.nat(50),
        fc.integer({ min: 1, max: 50 }),
        ([numerator, denominator], cast, entitled) => {
          const quorum = { numerator, denominator };
          const isMetBy = (ballots: number) =>
            measureQuorum(quorum, bases({ cast: ballots, entitled }))?.isMet;
          if (isMetBy(cast)) expect(isMetBy(cast + 1)).toBe(true);
        },
      ),
    );
  });
});
