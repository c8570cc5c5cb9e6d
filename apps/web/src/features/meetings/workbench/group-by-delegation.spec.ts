import { describe, expect, it } from '@jest/globals';
import type { DelegationView, ParticipantView } from '@roundtable/contracts';
import { groupByDelegation } from './group-by-delegation.js';

const delegation = (id: string, precedence: number) => ({ id, name: id, precedence }) as DelegationView;
const person = (name: string, of: string | null) => ({ id: name, name, delegation: of }) as ParticipantView;
const compare = (one: string, other: string) => one.localeCompare(other);
const people = [
  person('Zarina', 'ministry'),
  person('Bek', null),
  person('Aida', 'ministry'),
  person('Omar', 'grid'),
];
const delegations = [delegation('ministry', 2), delegation('grid', 1)];
const names = (most?: number) =>
  groupByDelegation(people, delegations, compare, most).map(({ delegation: of, members }) => [
    of?.id ?? null,
    members.map(({ name }) => name),
  ]);

describe('groupByDelegation', () => {
  it('follows precedence, then names, and puts those without a delegation last', () => {
    expect(names()).toEqual([
      ['grid', ['Omar']],
      ['ministry', ['Aida', 'Zarina']],
      [null, ['Bek']],
    ]);
  });

  it('shows as many people as it may, from the top', () => {
    expect(names(2)).toEqual([
      ['grid', ['Omar']],
      ['ministry', ['Aida']],
    ]);
  });

  it('loses nobody whose delegation is gone', () => {
    const stray = groupByDelegation([person('Bek', 'gone')], delegations, compare);
    expect(stray).toEqual([{ delegation: null, members: [person('Bek', 'gone')] }]);
  });
});
