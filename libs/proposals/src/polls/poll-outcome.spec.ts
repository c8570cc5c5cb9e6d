import { describe, expect, it } from '@jest/globals';
import type { PollRules, PollThreshold, RollCallEntry } from '@roundtable/contracts';
import { concludeNamed, concludeSecret } from './poll-outcome.js';
import { makeOptions } from './poll-rules.js';

const RULES: PollRules = {
  unit: 'persons',
  isSecret: false,
  hidesResults: false,
  requiresPresence: false,
  quorum: null,
  thresholds: [],
  reasons: 'optional',
  minPicks: 1,
  maxPicks: 1,
  points: 0,
};
const electors = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  weight: id === 'd' ? '3' : '1',
  proxy: id === 'a' ? 'b' : null,
}));
const poll = {
  method: 'yes_no_abstain' as const,
  options: makeOptions('yes_no_abstain', undefined),
  rules: RULES,
  electors,
};
const pick = (option: string) => [{ option, points: null }];
const ballot = (elector: string, option: string, castBy = elector): RollCallEntry => ({
  elector,
  castBy,
  picks: pick(option),
  reason: null,
});

/** Twenty have a vote; eight of them vote and leave, and nine others are there at the end. */
function afterEightLeft() {
  const ids = Array.from({ length: 20 }, (_, index) => `e${index + 1}`);
  const moreThanHalfOfPresent: PollThreshold = {
    option: 'yes',
    relation: 'more_than',
    share: { numerator: 1, denominator: 2 },
    base: 'present',
    countsAbstentions: true,
  };
  return {
    poll: {
      ...poll,
      rules: { ...RULES, thresholds: [moreThanHalfOfPresent] },
      electors: ids.map((id) => ({ id, weight: '1', proxy: null })),
    },
    voted: ids.slice(0, 8),
    present: new Set(ids.slice(8, 17)),
  };
}

describe('the outcome of a named poll', () => {
  it('keeps numbers, electorate and roll call of that moment', () => {
    const ballots = [ballot('a', 'yes', 'b'), ballot('b', 'no'), ballot('d', 'yes')];
    const outcome = concludeNamed(poll, ballots, new Set(['b', 'a', 'c']));
    expect(outcome).toMatchObject({ verdict: 'carried', rollCall: ballots, receipts: [] });
    expect(outcome.numbers).toEqual({
      entitled: '6',
      // d voted and had left by then, and was there with three votes.
      present: '6',
      cast: '5',
      valid: '5',
      abstentions: '0',
      people: { entitled: 4, present: 4, cast: 3 },
    });
    expect(outcome.electorate.map(({ id, wasPresent, hasCast }) => [id, wasPresent, hasCast])).toEqual([
      ['a', true, true],
      ['b', true, true],
      ['c', true, false],
      ['d', false, true],
    ]);
  });

  it('counts as present who is there and who voted and left', () => {
    const { poll: asked, voted, present } = afterEightLeft();
    const { verdict, numbers, thresholds } = concludeNamed(
      asked,
      voted.map((id) => ballot(id, 'yes')),
      present,
    );
    expect(numbers).toMatchObject({ present: '17', people: { entitled: 20, present: 17, cast: 8 } });
    expect(thresholds).toMatchObject([{ measured: '8', of: '17', isMet: false }]);
    expect(verdict).toBe('not_carried');
  });
});

describe('the outcome of a secret poll', () => {
  const secret = { ...poll, electors: electors.map((elector) => ({ ...elector, weight: '1' })) };

  it('says nothing of who cast a ballot', () => {
    const ballots = [pick('yes'), pick('yes'), pick('no')];
    const cast = { ballots, receipts: ['1', '2', '3'], electors: new Set(['a', 'b', 'd']) };
    const outcome = concludeSecret(secret, cast, new Set());
    expect(outcome).toMatchObject({ verdict: 'carried', rollCall: [], receipts: ['1', '2', '3'] });
    expect(outcome.electorate.map(({ hasCast }) => hasCast)).toEqual([null, null, null, null]);
  });

  it('counts who voted and left where a threshold asks for those present, and tells nothing of them else', () => {
    const { poll: asked, voted, present } = afterEightLeft();
    const cast = { ballots: voted.map(() => pick('yes')), receipts: voted, electors: new Set(voted) };
    expect(concludeSecret(asked, cast, present)).toMatchObject({
      verdict: 'not_carried',
      numbers: { present: '17', people: { present: 17 } },
      thresholds: [{ measured: '8', of: '17', isMet: false }],
    });
    expect(concludeSecret({ ...asked, rules: RULES }, cast, present)).toMatchObject({
      verdict: 'carried',
      numbers: { present: '9', people: { present: 9 } },
    });
    const few = { ...cast, ballots: cast.ballots.slice(0, 2), electors: new Set(voted.slice(0, 2)) };
    expect(concludeSecret(asked, few, present).numbers.people.present).toBe(9);
  });

  it('has no numbers of fewer than three ballots', () => {
    const cast = {
      ballots: [pick('yes'), pick('yes')],
      receipts: ['1', '2'],
      electors: new Set(['b', 'c']),
    };
    const outcome = concludeSecret(secret, cast, new Set(['a']));
    expect(outcome).toMatchObject({ verdict: 'too_few', counts: [], leaders: [], receipts: [] });
    expect(outcome.numbers.people).toEqual({ entitled: 4, present: 1, cast: 0 });
  });
});
