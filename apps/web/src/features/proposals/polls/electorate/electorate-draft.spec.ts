import { describe, expect, it } from '@jest/globals';
import type { ElectorView, PollView } from '@roundtable/contracts';
import {
  EVERYBODY,
  findElectorateFaults,
  keptElectorate,
  readWeight,
  toWishes,
  type ElectorateDraft,
  type Voter,
} from './electorate-draft.js';

const voter = (id: string, isEntitled = true): Voter => ({ id, name: id, isEntitled });
const VOTERS = [voter('aigul'), voter('bakyt'), voter('dilnoza'), voter('secretary', false)];
const NAMED = { isSecret: false };

const faultsOf = (part: Partial<ElectorateDraft>, rules = NAMED) =>
  findElectorateFaults({ ...EVERYBODY, ...part }, VOTERS, rules);

describe('an electorate being filled in', () => {
  it('reads weights with point or comma, and none that is no positive number of at most six places', () => {
    expect(['1', ' 2,5 ', '0.000001'].map(readWeight)).toEqual(['1', '2.5', '0.000001']);
    for (const typed of ['', '0', '0,0', '-1', '1.0000001', 'two', '1e3'])
      expect(readWeight(typed)).toBeNull();
  });

  it('says nothing where everybody has one vote of their own', () => {
    expect(faultsOf({})).toEqual({});
    expect(toWishes(EVERYBODY, NAMED)).toEqual({});
  });

  it('refuses to let nobody vote', () => {
    expect(faultsOf({ chosen: [] })).toEqual({ chosen: 'nobodyVotes' });
  });

  it('refuses a weight of 0, of nobody, of somebody without a vote, and two for one vote', () => {
    const weights = [
      { elector: 'aigul', weight: '0' },
      { elector: null, weight: '2' },
      { elector: 'secretary', weight: '2' },
      { elector: 'aigul', weight: '2' },
      { elector: 'bakyt', weight: '2' },
    ];
    expect(faultsOf({ weights })).toEqual({
      weights: { 0: 'badWeight', 1: 'required', 2: 'outside', 3: 'weightTwice' },
    });
    expect(faultsOf({ weights }, { isSecret: true })).toEqual({});
  });

  it('refuses proxies in a circle, of somebody outside the electorate, and two for one vote', () => {
    const circle = [
      { from: 'aigul', to: 'bakyt' },
      { from: 'bakyt', to: 'dilnoza' },
      { from: 'dilnoza', to: 'bakyt' },
    ];
    expect(faultsOf({ proxies: circle })).toEqual({ proxies: { 1: 'proxyCircle', 2: 'proxyCircle' } });
    expect(faultsOf({ proxies: circle.slice(0, 2) })).toEqual({});
    expect(faultsOf({ chosen: ['aigul'], proxies: circle.slice(0, 1) })).toEqual({
      proxies: { 0: 'outside' },
    });
    const twice = [
      { from: 'aigul', to: 'bakyt' },
      { from: 'aigul', to: 'dilnoza' },
    ];
    expect(faultsOf({ proxies: twice })).toEqual({ proxies: { 1: 'proxyTwice' } });
  });

  it('becomes what an intent says of electors, weights and proxies, without weights where it is secret', () => {
    const draft = {
      chosen: ['aigul', 'bakyt'],
      weights: [{ elector: 'aigul', weight: '2,5' }],
      proxies: [{ from: 'bakyt', to: 'aigul' }],
    };
    const wishes = { electors: draft.chosen, proxies: draft.proxies };
    expect(toWishes(draft, NAMED)).toEqual({ ...wishes, weights: [{ elector: 'aigul', weight: '2.5' }] });
    expect(toWishes(draft, { isSecret: true })).toEqual(wishes);
  });
});

describe('what goes on from poll to poll', () => {
  const poll = (number: number, electors: ElectorView[], rules: Partial<PollView['rules']> = {}) =>
    ({ number, electors, rules: { unit: 'persons', isSecret: false, ...rules } }) as PollView;
  const elector = (id: string, weight = '1', proxy: string | null = null) => ({ id, weight, proxy });

  it('is each proxy and weight of the last poll one had a vote in, of the same unit', () => {
    const polls = [
      poll(1, [elector('aigul', '2'), elector('bakyt', '1', 'aigul'), elector('dilnoza', '3')]),
      poll(2, [elector('bakyt'), elector('dilnoza', '4', 'bakyt')]),
      poll(3, [elector('aigul', '9')], { unit: 'delegations' }),
    ];
    expect(keptElectorate(polls, 'persons', VOTERS)).toEqual({
      chosen: null,
      weights: [
        { elector: 'aigul', weight: '2' },
        { elector: 'dilnoza', weight: '4' },
      ],
      proxies: [{ from: 'dilnoza', to: 'bakyt' }],
    });
  });

  it('is nothing of who votes only where they are chosen: a simple poll stays right as it is', () => {
    const polls = [poll(1, [elector('secretary', '2'), elector('aigul', '1', 'secretary')])];
    expect(keptElectorate(polls, 'persons', VOTERS)).toEqual(EVERYBODY);
  });

  it('is nothing of who left, and no weight that a secret poll did not have', () => {
    const polls = [
      poll(1, [elector('aigul', '2'), elector('gone', '5'), elector('bakyt', '1', 'gone')]),
      poll(2, [elector('aigul')], { isSecret: true }),
    ];
    expect(keptElectorate(polls, 'persons', VOTERS)).toEqual({
      ...EVERYBODY,
      weights: [{ elector: 'aigul', weight: '2' }],
    });
  });
});
