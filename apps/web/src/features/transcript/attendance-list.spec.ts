import { describe, expect, it } from '@jest/globals';
import type { DelegationView, ParticipantView } from '@roundtable/contracts';
import { attendanceByDelegation } from './attendance-list.js';

const person = (id: string, delegation: string | null, removed = false) =>
  ({ id, name: id, delegation, removed }) as ParticipantView;
const delegation = (id: string, precedence: number) => ({ id, name: id, precedence }) as DelegationView;
const compareNames = (one: string, other: string) => one.localeCompare(other);

describe('attendance', () => {
  it('follows the precedence of delegations, and names those without one last', () => {
    const groups = attendanceByDelegation(
      {
        delegations: [delegation('energy', 2), delegation('water', 1), delegation('empty', 0)],
        participants: [person('c', 'energy'), person('b', 'water'), person('a', 'water'), person('d', null)],
        speakers: [],
      },
      compareNames,
    );
    expect(groups.map((group) => [group.delegation?.id, group.people.map(({ id }) => id)])).toEqual([
      ['water', ['a', 'b']],
      ['energy', ['c']],
      [undefined, ['d']],
    ]);
  });

  it('keeps somebody who left only where they spoke', () => {
    const groups = attendanceByDelegation(
      {
        delegations: [],
        participants: [person('spoke', null, true), person('silent', null, true)],
        speakers: [{ participant: 'spoke', messages: 1, statements: 0 }],
      },
      compareNames,
    );
    expect(groups.flatMap(({ people }) => people.map(({ id }) => id))).toEqual(['spoke']);
  });
});
