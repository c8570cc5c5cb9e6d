import type { DelegationView, InvitationView, ParticipantView } from '@roundtable/contracts';

/** People in whose name, position, delegation or address every typed word occurs. */
export function findPeople(
  people: readonly ParticipantView[],
  words: string,
  delegations: readonly DelegationView[],
  links: ReadonlyMap<string, InvitationView>,
): ParticipantView[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...people];
  const names = new Map(delegations.map(({ id, name }) => [id, name]));
  return people.filter((person) => {
    const parts = [
      person.name,
      person.position,
      names.get(person.delegation ?? ''),
      links.get(person.id)?.email,
    ];
    const text = parts.join(' ').toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
