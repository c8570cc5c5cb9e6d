import { audienceOf, VOTING_ROLES, type PollUnit, type RoomSnapshot } from '@roundtable/contracts';
import type { Voter } from './electorate-draft.js';

/** Persons, or delegations with somebody who may cast their vote; the server decides by the same rule. */
export function votersOf(
  { participants, delegations }: Pick<RoomSnapshot['meetings'], 'participants' | 'delegations'>,
  unit: PollUnit,
): Voter[] {
  const able = participants
    .filter(({ removed, roles }) => !removed && audienceOf(roles) !== 'observer')
    .map((person) => ({ ...person, isEntitled: person.roles.some((role) => VOTING_ROLES.includes(role)) }));
  const voters =
    unit === 'persons'
      ? able
      : delegations
          .filter(({ id }) => able.some(({ delegation, isEntitled }) => isEntitled && delegation === id))
          .map((delegation) => ({ ...delegation, isEntitled: true }));
  return voters
    .map(({ id, name, isEntitled }) => ({ id, name, isEntitled }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
