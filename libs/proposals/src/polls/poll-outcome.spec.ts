import { describe, expect, it } from '@jest/globals';
import type { PollRules, RollCallEntry } from '@roundtable/contracts';
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

describe('the outcome of a named poll', () => {
  it('keeps numbers, electorate and roll call of that moment', () => {
    const ballots = [ballot('a', 'yes', 'b'), ballot('b', 'no'), ballot('d', 'yes')];
    const outcome = concludeNamed(poll, ballots, new Set(['b', 'a', 'c']));
    expect(outcome).toMatchObject({ verdict: 'carried', rollCall: ballots, receipts: [] });
    expect(outcome.numbers).toEqual({
      entitled: '6',
      // d voted and had left by then.
      present: '5',
      cast: '5',
      valid: '5',
      abstentions: '0',
      people: { entitled: 4, present: 3, cast: 3 },
    });
    expect(outcome.electorate.map(({ id, wasPresent, hasCast }) => [id, wasPresent, hasCast])).toEqual([
      ['a', true, true],
      ['b', true, true],
      ['c', true, false],
      ['d', false, true],
    ]);
  });
});

describe('the outcome of a secret poll', () => {
  const secret = { ...poll, electors: electors.map((elector) => ({ ...elector, weight: '1' })) };

  it('says nothing of who cast a ballot', () => {
    const cast = { ballots: [pick('yes'), pick('yes'), pick('no')], receipts: ['1', '2', '3'] };
    const outcome = concludeSecret(secret, cast, new Set());
    expect(outcome).toMatchObject({ verdict: 'carried', rollCall: [], receipts: ['1', '2', '3'] });
    expect(outcome.electorate.map(({ hasCast }) => hasCast)).toEqual([null, null, null, null]);
  });

  it('has no numbers of fewer than three ballots', () => {
    const cast = { ballots: [pick('yes'), pick('yes')], receipts: ['1', '2'] };
    const outcome = concludeSecret(secret, cast, new Set(['a']));
    expect(outcome).toMatchObject({ verdict: 'too_few', counts: [], leaders: [], receipts: [] });
    expect(outcome.numbers.people).toEqual({ entitled: 4, present: 1, cast: 0 });
  });
});
