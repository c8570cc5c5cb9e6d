import type { DelegationView, ParticipantView, SaveParticipant } from '@roundtable/contracts';

/** Says whether a meeting would be left without a secretary if `changed` replaced the person of the same id. */
export function leavesNoSecretary(people: readonly ParticipantView[], changed: ParticipantView): boolean {
  const wasSecretary = people.some((person) => person.id === changed.id && isSecretary(person));
  return wasSecretary && ![...people.filter((person) => person.id !== changed.id), changed].some(isSecretary);
}

/** The participant that a request describes; who was there keeps id and attendance. */
export function describeParticipant(
  wanted: Omit<SaveParticipant, 'clientId' | 'email'>,
  before: ParticipantView | null,
  newId: () => string,
): ParticipantView {
  return {
    id: before?.id ?? newId(),
    name: wanted.name,
    position: wanted.position ?? null,
    delegation: wanted.delegation ?? null,
    roles: [...new Set(wanted.roles)],
    language: wanted.language ?? null,
    attendance: before?.attendance ?? null,
    removed: false,
  };
}

/** Says whether two views of one participant are the same; the order of roles does not matter. */
export function isSameParticipant(a: ParticipantView, b: ParticipantView): boolean {
  return fingerprint(a) === fingerprint(b);
}

/** Says whether a participant's delegation is one of the meeting's. */
export function hasKnownDelegation(person: ParticipantView, delegations: readonly DelegationView[]): boolean {
  return person.delegation === null || delegations.some((delegation) => delegation.id === person.delegation);
}

function isSecretary(person: ParticipantView): boolean {
  return !person.removed && person.roles.includes('secretary');
}

function fingerprint(person: ParticipantView): string {
  return JSON.stringify({ ...person, roles: [...person.roles].sort() });
}
