import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countRunoff } from './instant-runoff.js';
import { OPTIONS, ranking, rankings, reordered } from './testing/arbitrary-ballots.js';
import { ballotsOf } from './testing/published-ballots.js';

describe('countRunoff', () => {
  // Wikipedia, "Instant-runoff voting", the example of the capital of Tennessee.
  it('chooses Knoxville in the example of Tennessee, in three rounds', () => {
    const options = ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'];
    const { winners, rounds } = countRunoff(
      options,
      ballotsOf(
        '42 Memphis>Nashville>Chattanooga>Knoxville',
        '26 Nashville>Chattanooga>Knoxville>Memphis',
        '15 Chattanooga>Knoxville>Nashville>Memphis',
        '17 Knoxville>Chattanooga>Nashville>Memphis',
      ),
    );
    expect(winners).toEqual(['Knoxville']);
    expect(rounds.map(({ counts, eliminated }) => [counts.map(({ votes }) => votes), eliminated])).toEqual([
      [['42', '26', '15', '17'], ['Chattanooga']],
      [['42', '26', '32'], ['Nashville']],
      [['42', '58'], []],
    ]);
  });

  // The count of the Irish presidential election of 1990, as published: first preferences, and Currie's transfers.
  it('passes votes on as in the count of 1990 and sets exhausted ballots aside', () => {
    const { winners, rounds } = countRunoff(
      ['Currie', 'Lenihan', 'Robinson'],
      ballotsOf(
        '694484 Lenihan>',
        '612265 Robinson>',
        '36789 Currie>Lenihan',
        '205565 Currie>Robinson',
        '25548 Currie>',
      ),
    );
    expect(winners).toEqual(['Robinson']);
    expect(rounds).toMatchObject([
      { counts: [{ votes: '267902' }, { votes: '694484' }, { votes: '612265' }], exhausted: '0' },
      { counts: [{ votes: '731273' }, { votes: '817830' }], exhausted: '25548', eliminated: [] },
    ]);
  });

  it('names all who could win where a shared last place decides it, and draws no lot', () => {
    const { winners, rounds } = countRunoff(['a', 'b', 'c'], ballotsOf('4 a', '3 b>c', '3 c>b'));
    expect(winners).toEqual(['b', 'c']);
    expect(rounds).toMatchObject([{ eliminated: [], tiedLast: ['b', 'c'] }]);
  });

  it('goes on over a shared last place that decides nothing, and says that it was shared', () => {
    const { winners, rounds } = countRunoff(
      ['a', 'b', 'c'],
      ballotsOf('3 a', '1 b>a', '1 c>a', '1 b>c', '1 c>b'),
    );
    expect(winners).toEqual(['a']);
    expect(rounds[0]).toMatchObject({ tiedLast: ['b', 'c'], eliminated: ['b'] });
  });

  it('chooses nobody where every ballot is blank', () => {
    expect(countRunoff(['a', 'b'], ballotsOf('3 '))).toEqual({ winners: [], rounds: [] });
  });

  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(reordered, ([ballots, others]) => {
        expect(countRunoff(OPTIONS, others)).toEqual(countRunoff(OPTIONS, ballots));
      }),
    );
  });

  it('does not depend on the names of the options', () => {
    fc.assert(
      fc.property(rankings, fc.shuffledSubarray(OPTIONS, { minLength: 4 }), (ballots, names) => {
        const rename = (option: string) => names[OPTIONS.indexOf(option)] as string;
        const renamed = ballots.map(({ picks, weight }) => ({
          weight,
          picks: picks.map(({ option, points }) => ({ option: rename(option), points })),
        }));
        const winners = countRunoff(OPTIONS, ballots).winners.map(rename);
        expect(countRunoff(OPTIONS, renamed).winners).toEqual(winners.sort());
      }),
    );
  });

  it('loses no vote: in every round votes and exhausted ballots add up', () => {
    fc.assert(
      fc.property(rankings, (ballots) => {
        const sums = countRunoff(OPTIONS, ballots).rounds.map(({ counts, exhausted }) =>
          counts.reduce((sum, { votes }) => sum + Number(votes), Number(exhausted)),
        );
        const cast = ballots.filter(({ picks }) => picks.length > 0);
        const all = cast.reduce((sum, { weight }) => sum + Number(weight) / 1e6, 0);
        for (const sum of sums) expect(sum).toBe(all);
      }),
    );
  });

  it('always chooses whom more than half put first', () => {
    fc.assert(
      fc.property(rankings, ranking, (ballots, { picks }) => {
        const first = picks[0];
        fc.pre(first !== undefined);
        const weight = ballots.reduce((sum, ballot) => sum + ballot.weight, 1n);
        expect(countRunoff(OPTIONS, [...ballots, { picks: [...picks], weight }]).winners).toEqual([
          first?.option,
        ]);
      }),
    );
  });
});
