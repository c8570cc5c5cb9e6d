import { describe, expect, it } from '@jest/globals';
import type { BallotPick, PollMethod, PollRules, PollThreshold } from '@roundtable/contracts';
import { checkBallot, checkRules, checkSecrecy, makeOptions } from './poll-rules.js';

const code = (expected: string, data = {}) =>
  expect.objectContaining({ code: expected, data: expect.objectContaining(data) });
const RULES: PollRules = {
  unit: 'persons',
  isSecret: false,
  hidesResults: false,
  requiresPresence: false,
  quorum: null,
  thresholds: [],
  reasons: 'optional',
  minPicks: 1,
  maxPicks: 2,
  points: 5,
};
const threshold = (over: Partial<PollThreshold> = {}): PollThreshold => ({
  option: 'yes',
  relation: 'at_least',
  share: { numerator: 2, denominator: 3 },
  base: 'valid',
  countsAbstentions: false,
  ...over,
});
const TEXTS = ['Canal', 'Well', 'Dam'];

function rules(over: Partial<PollRules>, method: PollMethod = 'yes_no_abstain') {
  return () =>
    checkRules(method, makeOptions(method, method === 'yes_no_abstain' ? undefined : TEXTS), {
      ...RULES,
      ...over,
    });
}

function ballot(
  method: PollMethod,
  picks: [string, number?][],
  over: { reason?: string; rules?: Partial<PollRules> } = {},
) {
  const isWritten = [
    'single_choice',
    'multiple_choice',
    'ranked_irv',
    'ranked_schulze',
    'score',
    'dot_vote',
  ].includes(method);
  const options = makeOptions(method, isWritten ? TEXTS : undefined);
  const lines = picks.map(([option, points = null]): BallotPick => ({
    option,
    points: points as number | null,
  }));
  return () =>
    checkBallot({ method, options, rules: { ...RULES, ...over.rules } }, lines, over.reason ?? null);
}

describe('the rules of a poll', () => {
  it('refuse a threshold and a quorum above 100 % by name', () => {
    const share = { numerator: 101, denominator: 100 };
    expect(rules({ thresholds: [threshold(), threshold({ share })] })).toThrow(
      code('threshold_too_high', { field: 'rules.thresholds.1.share' }),
    );
    expect(rules({ quorum: share })).toThrow(code('threshold_too_high', { field: 'rules.quorum' }));
    expect(rules({ quorum: { numerator: 100, denominator: 100 } })).not.toThrow();
  });

  it('refuse a threshold on an option that is not there, and on points', () => {
    expect(rules({ thresholds: [threshold({ option: 'perhaps' })] })).toThrow(code('poll_wrong'));
    expect(rules({ thresholds: [threshold({ option: 'o1' })] }, 'score')).toThrow(code('poll_wrong'));
  });

  it.each(['yes_no_abstain', 'consent', 'consensus', 'sense_check', 'gradients'] as const)(
    'refuse a threshold on whatever leads where that may be the noes: %s',
    (method) => {
      const asked = { ...RULES, thresholds: [threshold({ option: null })] };
      expect(() => checkRules(method, makeOptions(method, undefined), asked)).toThrow(
        code('poll_wrong', { field: 'rules.thresholds.0.option' }),
      );
    },
  );

  it('take a threshold on whatever leads among alternatives', () => {
    expect(rules({ thresholds: [threshold({ option: null })] }, 'single_choice')).not.toThrow();
  });

  it('hide the results of a secret poll and refuse reasons in it', () => {
    expect(rules({ isSecret: true, reasons: 'none' })().hidesResults).toBe(true);
    expect(rules({ isSecret: true })).toThrow(code('poll_wrong', { field: 'rules.reasons' }));
  });

  it('refuse a secret poll among fewer than three, or with weights', () => {
    const elector = (id: string, weight = '1') => ({ id, weight, proxy: null });
    const check =
      (...electors: ReturnType<typeof elector>[]) =>
      () =>
        checkSecrecy({ isSecret: true }, electors);
    expect(check(elector('a'), elector('b'))).toThrow(code('poll_wrong', { limit: 3 }));
    expect(check(elector('a'), elector('b'), elector('c', '2'))).toThrow(
      code('poll_wrong', { field: 'weights' }),
    );
    expect(check(elector('a'), elector('b'), elector('c'))).not.toThrow();
  });

  it.each<PollMethod>(['multiple_choice', 'ranked_irv', 'ranked_schulze'])(
    'refuse to ask for more options on a ballot than may be chosen or are there, in %s',
    (method) => {
      const fault = code('poll_wrong', { field: 'rules.minPicks' });
      expect(rules({ minPicks: 3, maxPicks: 2 }, method)).toThrow(fault);
      expect(rules({ minPicks: 4, maxPicks: 4 }, method)).toThrow(fault);
      expect(rules({ minPicks: 2, maxPicks: 3 }, method)).not.toThrow();
    },
  );

  it('refuse options that are too few, too many, alike, or not wanted', () => {
    const many = Array.from({ length: 21 }, (_, index) => `Option ${index}`);
    for (const texts of [undefined, ['One'], ['One', 'One '], many])
      expect(() => makeOptions('single_choice', texts)).toThrow(code('poll_wrong', { field: 'options' }));
    expect(() => makeOptions('ranked_irv', many.slice(0, 11))).toThrow(code('poll_wrong'));
    expect(() => makeOptions('consent', ['Yes'])).toThrow(code('poll_wrong'));
  });
});

describe('a ballot', () => {
  it.each<[string, () => void]>([
    ['an option that is not there', ballot('yes_no_abstain', [['maybe']])],
    ['two options where one is asked', ballot('single_choice', [['o1'], ['o2']])],
    ['one option twice', ballot('ranked_schulze', [['o1'], ['o1']])],
    ['more options ranked than allowed', ballot('ranked_irv', [['o1'], ['o2'], ['o3']])],
    ['fewer options ranked than asked', ballot('ranked_schulze', [['o1']], { rules: { minPicks: 2 } })],
    ['more options than allowed', ballot('multiple_choice', [['o1'], ['o2'], ['o3']])],
    ['points where there are none', ballot('ranked_irv', [['o1', 3]])],
    ['no points where they are asked', ballot('score', [['o1']])],
    ['a score too high', ballot('score', [['o1', 6]])],
    [
      'more dots than there are',
      ballot('dot_vote', [
        ['o1', 3],
        ['o2', 3],
      ]),
    ],
    ['no reason to object', ballot('consent', [['objection']], { rules: { reasons: 'required_to_object' } })],
    [
      'a reason where none is taken',
      ballot('consent', [['consent']], { reason: 'So be it', rules: { reasons: 'none' } }),
    ],
  ])('is refused with %s', (_, check) => {
    expect(check).toThrow(code('ballot_wrong'));
  });

  it.each<[string, () => void]>([
    ['blank', ballot('single_choice', [])],
    ['a blank ranking', ballot('ranked_irv', [], { rules: { minPicks: 2 } })],
    ['a partial ranking', ballot('ranked_irv', [['o3'], ['o1']])],
    ['all dots on one option', ballot('dot_vote', [['o1', 5]])],
    [
      'consent without a reason',
      ballot('consent', [['consent']], { rules: { reasons: 'required_to_object' } }),
    ],
  ])('is taken when it is %s', (_, check) => {
    expect(check).not.toThrow();
  });
});
