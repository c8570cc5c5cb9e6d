import { describe, expect, it } from '@jest/globals';
import type { PollMethod, PollRules, PollThreshold } from '@roundtable/contracts';
import fc from 'fast-check';
import { makeOptions } from './poll-rules.js';
import { tally } from './tally.js';
import { ballotsOf } from './testing/published-ballots.js';
import { ONE_VOTE, type CountedBallot } from './votes.js';

type Rules = Partial<Pick<PollRules, 'quorum' | 'thresholds'>>;

/** Counts ballots written as `3 yes>`; entitled and present are as many as voted, unless told. */
function count(
  method: PollMethod,
  ballots: CountedBallot[],
  { texts, entitled, ...rules }: Rules & { texts?: string[]; entitled?: number } = {},
) {
  const options = makeOptions(method, texts);
  const weight = ballots.reduce((sum, ballot) => sum + ballot.weight, 0n);
  const all = entitled === undefined ? weight : BigInt(entitled) * ONE_VOTE;
  const turnout = {
    entitled: { weight: all, people: Number(all / ONE_VOTE) },
    present: { weight, people: ballots.length },
  };
  return tally({ method, options, rules: { quorum: null, thresholds: [], ...rules } }, ballots, turnout);
}

const verdict = (...args: Parameters<typeof count>) => count(...args).verdict;
const over = (option: string | null, numerator: number, denominator: number): PollThreshold => ({
  option,
  relation: 'at_least',
  share: { numerator, denominator },
  base: 'valid',
  countsAbstentions: false,
});
const points = (...given: [string, number][]): CountedBallot => ({
  picks: given.map(([option, many]) => ({ option, points: many })),
  weight: ONE_VOTE,
});

describe('yes, no and abstain', () => {
  it('is carried by more yes than no, whatever abstains', () => {
    expect(verdict('yes_no_abstain', ballotsOf('3 yes>', '2 no>', '9 abstain>'))).toBe('carried');
    expect(verdict('yes_no_abstain', ballotsOf('2 yes>', '3 no>'))).toBe('not_carried');
  });

  it('is tied at as many yes as no, and says between whom', () => {
    expect(count('yes_no_abstain', ballotsOf('2 yes>', '2 no>'))).toMatchObject({
      verdict: 'tied',
      leaders: ['yes', 'no'],
    });
  });

  it('is not carried by abstentions alone or by nobody', () => {
    expect(verdict('yes_no_abstain', ballotsOf('4 abstain>'))).toBe('not_carried');
    expect(verdict('yes_no_abstain', [])).toBe('not_carried');
  });

  it('is not carried by leading noes in a poll from before thresholds had to name an option', () => {
    const asked = { thresholds: [over(null, 2, 3)] };
    expect(count('yes_no_abstain', ballotsOf('1 yes>', '5 no>'), asked)).toMatchObject({
      verdict: 'not_carried',
      leaders: ['no'],
      thresholds: [{ measured: '1', of: '6', isMet: false }],
    });
    expect(verdict('yes_no_abstain', ballotsOf('5 yes>', '1 no>'), asked)).toBe('carried');
  });

  it('needs all that was asked for: two thirds of the votes and a quorum of half', () => {
    const asked = { thresholds: [over('yes', 2, 3)], quorum: { numerator: 1, denominator: 2 } };
    const cast = ballotsOf('4 yes>', '2 no>');
    expect(count('yes_no_abstain', cast, { ...asked, entitled: 12 })).toMatchObject({
      verdict: 'carried',
      quorum: { measured: '6', of: '12', isMet: true },
      thresholds: [{ measured: '4', of: '6', isMet: true }],
    });
    expect(verdict('yes_no_abstain', cast, { ...asked, entitled: 13 })).toBe('no_quorum');
    expect(verdict('yes_no_abstain', ballotsOf('4 yes>', '3 no>'), { ...asked, entitled: 12 })).toBe(
      'not_carried',
    );
  });

  it('weighs votes: one of 2.5 outvotes two of one', () => {
    const heavy = { picks: [{ option: 'yes', points: null }], weight: (ONE_VOTE * 5n) / 2n };
    expect(count('yes_no_abstain', [heavy, ...ballotsOf('2 no>')])).toMatchObject({
      verdict: 'carried',
      numbers: { cast: '4.5', valid: '4.5', people: { cast: 2 } },
    });
  });
});

describe('consent and consensus', () => {
  it('fail on one objection or block, however many agree', () => {
    expect(verdict('consent', ballotsOf('9 consent>'))).toBe('carried');
    expect(verdict('consent', ballotsOf('9 consent>', '1 objection>'))).toBe('not_carried');
    expect(verdict('consensus', ballotsOf('9 agree>', '1 disagree>', '5 stand_aside>'))).toBe('carried');
    expect(verdict('consensus', ballotsOf('9 agree>', '1 block>'))).toBe('not_carried');
  });

  it('keep the block where the chair asks for a share as well', () => {
    const asked = { thresholds: [over('agree', 3, 4)] };
    expect(verdict('consensus', ballotsOf('3 agree>', '1 disagree>'), asked)).toBe('carried');
    expect(verdict('consensus', ballotsOf('9 agree>', '1 block>'), asked)).toBe('not_carried');
  });

  it('do not take silence for consent', () => {
    expect(verdict('consent', [])).toBe('not_carried');
    expect(verdict('consent', ballotsOf('3 abstain>'))).toBe('not_carried');
  });
});

describe('readings of the room', () => {
  it('decide nothing and count every step', () => {
    expect(count('sense_check', ballotsOf('2 good>', '1 concern>'))).toMatchObject({
      verdict: 'reading',
      counts: [{ votes: '2' }, { votes: '0' }, { votes: '1' }],
    });
    expect(verdict('gradients', ballotsOf('2 endorse>', '1 veto>'))).toBe('reading');
  });
});

describe('choices', () => {
  const texts = ['Canal', 'Well', 'Dam'];

  it('name what leads, all that lead together, or nothing', () => {
    const single = (...ballots: string[]) => count('single_choice', ballotsOf(...ballots), { texts });
    expect(single('3 o1>', '2 o2>')).toMatchObject({ verdict: 'chosen', leaders: ['o1'] });
    expect(single('2 o1>', '2 o3>')).toMatchObject({ verdict: 'tied', leaders: ['o1', 'o3'] });
    expect(single('2 ')).toMatchObject({
      verdict: 'not_carried',
      leaders: [],
      numbers: { cast: '2', valid: '0' },
    });
  });

  it('count several picks of one ballot, and measure shares of the ballots', () => {
    const asked = { texts, thresholds: [over(null, 2, 3)] };
    expect(count('multiple_choice', ballotsOf('2 o1>o2', '1 o2>'), asked)).toMatchObject({
      verdict: 'carried',
      leaders: ['o2'],
      thresholds: [{ measured: '3', of: '3' }],
    });
  });

  it('add up scores and dots', () => {
    expect(
      count('score', [points(['o1', 5], ['o2', 3]), points(['o2', 4], ['o3', 1])], { texts }),
    ).toMatchObject({
      verdict: 'chosen',
      leaders: ['o2'],
      counts: [{ votes: '5' }, { votes: '7' }, { votes: '1' }],
    });
    expect(count('dot_vote', [points(['o1', 3]), points(['o3', 3])], { texts })).toMatchObject({
      verdict: 'tied',
      leaders: ['o1', 'o3'],
    });
  });

  it('measure a ranking on the last round of the runoff', () => {
    const ballots = ballotsOf('4 o1>', '3 o2>', '2 o3>o2');
    expect(count('ranked_irv', ballots, { texts, thresholds: [over(null, 5, 9)] })).toMatchObject({
      verdict: 'carried',
      leaders: ['o2'],
      thresholds: [{ measured: '5', of: '9' }],
      counts: [{ votes: '4' }, { votes: '3' }, { votes: '2' }],
    });
    expect(verdict('ranked_schulze', ballots, { texts })).toBe('chosen');
  });
});

describe('every method', () => {
  const ballot = fc
    .constantFrom('yes', 'no', 'abstain', '')
    .map((option) => ballotsOf(`1 ${option}>`)[0] as CountedBallot);
  const ballots = fc.array(ballot, { maxLength: 15 });

  it('counts the same whatever the order, and its numbers add up', () => {
    fc.assert(
      fc.property(
        ballots.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([one, other]) => {
          const result = count('yes_no_abstain', one);
          expect(count('yes_no_abstain', other)).toEqual(result);
          const votes = result.counts.reduce((sum, each) => sum + Number(each.votes), 0);
          expect(votes).toBe(Number(result.numbers.valid));
          expect(Number(result.numbers.cast)).toBe(one.length);
          expect(Number(result.numbers.valid)).toBeLessThanOrEqual(Number(result.numbers.cast));
        },
      ),
    );
  });

  it('stays carried when one more is in favour', () => {
    fc.assert(
      fc.property(ballots, (before) => {
        fc.pre(verdict('yes_no_abstain', before) === 'carried');
        expect(verdict('yes_no_abstain', [...before, ...ballotsOf('1 yes>')])).toBe('carried');
      }),
    );
  });
});
