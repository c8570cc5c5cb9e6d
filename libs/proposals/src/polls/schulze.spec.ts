import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countSchulze } from './schulze.js';
import { OPTIONS, rankings, reordered } from './testing/arbitrary-ballots.js';
import { ballotsOf } from './testing/published-ballots.js';

/** One row of numbers for each option, in their order. */
function matrix(
  options: string[],
  count: ReturnType<typeof countSchulze>,
  what: 'votes' | 'path',
): number[][] {
  return options.map((option) =>
    count.pairs.filter((pair) => pair.option === option).map((pair) => Number(pair[what])),
  );
}

describe('countSchulze', () => {
  // M. Schulze's example of 45 voters, with its published tables of pairwise votes and strongest paths.
  it('gives the numbers of the published example of 45 voters, and chooses E', () => {
    const options = ['A', 'B', 'C', 'D', 'E'];
    const groups = ['5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC'];
    const count = countSchulze(options, ballotsOf(...groups));
    expect(matrix(options, count, 'votes')).toEqual([
      [20, 26, 30, 22],
      [25, 16, 33, 18],
      [19, 29, 17, 24],
      [15, 12, 28, 14],
      [23, 27, 21, 31],
    ]);
    expect(matrix(options, count, 'path')).toEqual([
      [28, 28, 30, 24],
      [25, 28, 33, 24],
      [25, 29, 29, 24],
      [25, 28, 28, 24],
      [25, 28, 28, 31],
    ]);
    expect(count.winners).toEqual(['E']);
  });

  // Electowiki, "Effects of different voting systems under similar circumstances": a Condorcet method chooses Nashville.
  it('chooses whoever wins every comparison, as Nashville in the example of Tennessee', () => {
    const ballots = ballotsOf('42 MNCK', '26 NCKM', '15 CKNM', '17 KCNM');
    expect(countSchulze(['M', 'N', 'C', 'K'], ballots).winners).toEqual(['N']);
  });

  it('puts options that a ballot leaves out last on it, together', () => {
    const count = countSchulze(['a', 'b', 'c'], ballotsOf('1 a'));
    expect(matrix(['a', 'b', 'c'], count, 'votes')).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  it('names all of a circle in which nobody beats the others, and draws no lot', () => {
    expect(countSchulze(['a', 'b', 'c'], ballotsOf('1 abc', '1 bca', '1 cab')).winners).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('chooses nobody where every ballot is blank', () => {
    expect(countSchulze(['a', 'b'], ballotsOf('2 ')).winners).toEqual([]);
  });

  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(reordered, ([ballots, others]) => {
        expect(countSchulze(OPTIONS, others)).toEqual(countSchulze(OPTIONS, ballots));
      }),
    );
  });

  it('always finds at least one whom nobody beats', () => {
    fc.assert(
      fc.property(rankings, (ballots) => {
        fc.pre(ballots.some(({ picks }) => picks.length > 0));
        expect(countSchulze(OPTIONS, ballots).winners.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is monotone: raising the winner to the top of a ballot keeps it', () => {
    fc.assert(
      fc.property(rankings, fc.nat(), (ballots, which) => {
        const { winners } = countSchulze(OPTIONS, ballots);
        const [winner] = winners;
        fc.pre(winner !== undefined && winners.length === 1 && ballots.length > 0);
        const raised = ballots.map((ballot, index) => {
          if (index !== which % ballots.length) return ballot;
          const others = ballot.picks.filter(({ option }) => option !== winner);
          return { ...ballot, picks: [{ option: winner as string, points: null }, ...others] };
        });
        expect(countSchulze(OPTIONS, raised).winners).toEqual([winner]);
      }),
    );
  });
});
