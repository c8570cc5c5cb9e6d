import { describe, expect, it } from '@jest/globals';
import { holderOf } from '@roundtable/contracts';
import {
  fixElectorate,
  makeElectorate,
  presentElectors,
  votesOfPerson,
  type Candidate,
} from './electorate.js';

const person = (id: string, isVoter = true): Candidate => ({ id, people: [id], isVoter });
const PEOPLE = [person('aida'), person('bakyt'), person('chinara'), person('secretary', false)];
const DELEGATIONS: Candidate[] = [
  { id: 'north', people: ['aida', 'bakyt'], isVoter: true },
  { id: 'south', people: ['chinara'], isVoter: true },
];
const code = (expected: string, data = {}) =>
  expect.objectContaining({ code: expected, data: expect.objectContaining(data) });
const proxies = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return { from, to };
  });

describe('an electorate', () => {
  it('is everybody who has a vote, one each, unless somebody says who', () => {
    expect(makeElectorate(PEOPLE, {})).toEqual(
      ['aida', 'bakyt', 'chinara'].map((id) => ({ id, weight: '1', proxy: null })),
    );
    expect(makeElectorate(PEOPLE, { electors: ['secretary', 'aida', 'aida'] }).map(({ id }) => id)).toEqual([
      'aida',
      'secretary',
    ]);
  });

  it('refuses a proxy circle by name, however long, and lists who is in it', () => {
    const make =
      (...pairs: string[]) =>
      () =>
        makeElectorate(PEOPLE, { proxies: proxies(...pairs) });
    expect(make('aida>aida')).toThrow(code('proxy_circle', { circle: ['aida'] }));
    expect(make('aida>bakyt', 'bakyt>aida')).toThrow(code('proxy_circle', { circle: ['aida', 'bakyt'] }));
    expect(make('aida>bakyt', 'bakyt>chinara', 'chinara>bakyt')).toThrow(
      code('proxy_circle', { circle: ['bakyt', 'chinara'] }),
    );
    expect(make('aida>bakyt', 'bakyt>chinara')).not.toThrow();
  });

  it('refuses strangers, second proxies and weights that are none', () => {
    expect(() => makeElectorate(PEOPLE, { electors: ['nobody'] })).toThrow(
      code('elector_unknown', { field: 'electors' }),
    );
    expect(() => makeElectorate(PEOPLE, { electors: [] })).toThrow(code('elector_unknown'));
    expect(() => makeElectorate(PEOPLE, { proxies: proxies('aida>secretary') })).toThrow(
      code('elector_unknown'),
    );
    expect(() => makeElectorate(PEOPLE, { proxies: proxies('aida>bakyt', 'aida>chinara') })).toThrow(
      code('invalid', { field: 'proxies' }),
    );
    for (const weight of ['0', '-1', 'two', '1.00000001'])
      expect(() => makeElectorate(PEOPLE, { weights: [{ elector: 'aida', weight }] })).toThrow(
        code('invalid'),
      );
  });

  it('refuses weights and proxies of somebody outside the chosen electorate, in words that say so', () => {
    const chosen = (over: object) => () => makeElectorate(PEOPLE, { electors: ['aida', 'bakyt'], ...over });
    const refusal = (field: string) =>
      expect.objectContaining({
        code: 'elector_unknown',
        message: expect.stringContaining('nobody who votes in this poll'),
        data: { elector: 'chinara', field },
      });
    expect(chosen({ weights: [{ elector: 'chinara', weight: '2' }] })).toThrow(refusal('weights'));
    for (const pair of ['aida>chinara', 'chinara>aida'])
      expect(chosen({ proxies: proxies(pair) })).toThrow(refusal('proxies'));
  });

  it('follows a proxy that is passed on to its last holder, who may cast it as well as its owner', () => {
    const electors = makeElectorate(PEOPLE, { proxies: proxies('aida>bakyt', 'bakyt>chinara') });
    expect(holderOf(electors, 'aida')).toBe('chinara');
    const circle = [
      { id: 'aida', weight: '1', proxy: 'bakyt' },
      { id: 'bakyt', weight: '1', proxy: 'aida' },
    ];
    expect(['aida', 'bakyt']).toContain(holderOf(circle, 'aida'));
    expect(votesOfPerson(electors, PEOPLE, 'chinara')).toEqual(['aida', 'bakyt', 'chinara']);
    expect(votesOfPerson(electors, PEOPLE, 'bakyt')).toEqual(['bakyt']);
    expect(votesOfPerson(electors, PEOPLE, 'secretary')).toEqual([]);
  });

  it('lets any of its people cast the one vote of a delegation', () => {
    const electors = makeElectorate(DELEGATIONS, { proxies: proxies('south>north') });
    expect(votesOfPerson(electors, DELEGATIONS, 'bakyt')).toEqual(['north', 'south']);
    expect(votesOfPerson(electors, DELEGATIONS, 'chinara')).toEqual(['south']);
  });

  it('counts as present who is there and whose vote is held by somebody there', () => {
    const electors = makeElectorate(PEOPLE, { proxies: proxies('aida>bakyt') });
    expect(presentElectors(electors, PEOPLE, new Set(['bakyt']))).toEqual(new Set(['aida', 'bakyt']));
    const delegations = makeElectorate(DELEGATIONS, {});
    expect(presentElectors(delegations, DELEGATIONS, new Set(['aida', 'south']))).toEqual(
      new Set(['north', 'south']),
    );
  });

  it('loses at the start whoever left, and the proxies they held', () => {
    const electors = makeElectorate(PEOPLE, { proxies: proxies('aida>bakyt') });
    expect(fixElectorate(electors, [person('aida'), person('chinara')])).toEqual([
      { id: 'aida', weight: '1', proxy: null },
      { id: 'chinara', weight: '1', proxy: null },
    ]);
    expect(() => fixElectorate(electors, [])).toThrow(code('elector_unknown'));
  });
});
