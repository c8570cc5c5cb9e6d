import fc from 'fast-check';
import { ONE_VOTE, type CountedBallot } from '../votes.js';

/** Options of the random elections. */
export const OPTIONS = ['a', 'b', 'c', 'd'];

/** A ranking of some of the options, weighing from a half to three votes. */
export const ranking: fc.Arbitrary<CountedBallot> = fc
  .tuple(fc.shuffledSubarray(OPTIONS), fc.integer({ min: 1, max: 6 }))
  .map(([order, halves]) => ({
    picks: order.map((option) => ({ option, points: null })),
    weight: (BigInt(halves) * ONE_VOTE) / 2n,
  }));

/** Up to twelve rankings. */
export const rankings = fc.array(ranking, { maxLength: 12 });

/** Elections with their ballots in another order beside them. */
export const reordered = rankings.chain((ballots) =>
  fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
);
