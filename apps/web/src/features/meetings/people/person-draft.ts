import type { DelegationView, ParticipantView, Role } from '@roundtable/contracts';

/** A person as they stand in the form; the delegation by its name, so that a new one can be typed. */
export interface PersonDraft {
  name: string;
  email: string;
  position: string;
  delegation: string;
  roles: Role[];
  language: string;
}

export type PersonFaults = Partial<
  Record<'name' | 'email' | 'roles', 'nameMissing' | 'emailWrong' | 'rolesMissing'>
>;

/** An empty form: most people are experts. The delegation stays that of the person before. */
export function emptyPerson(delegation = ''): PersonDraft {
  return { name: '', email: '', position: '', delegation, roles: ['expert'], language: '' };
}

/** The form filled with somebody who is there already. */
export function personDraftOf(
  person: ParticipantView,
  email: string | null,
  delegations: readonly DelegationView[],
): PersonDraft {
  return {
    name: person.name,
    email: email ?? '',
    position: person.position ?? '',
    delegation: delegations.find(({ id }) => id === person.delegation)?.name ?? '',
    roles: person.roles,
    language: person.language ?? '',
  };
}

/** What still keeps the person from being saved. */
export function findPersonFaults({ name, email, roles }: PersonDraft): PersonFaults {
  return {
    ...(!name.trim() && { name: 'nameMissing' }),
    ...(email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) && { email: 'emailWrong' }),
    ...(roles.length === 0 && { roles: 'rolesMissing' }),
  };
}

/** The delegation that somebody typed, whatever its case and spaces; null for a new one. */
export function findDelegation(words: string, delegations: readonly DelegationView[]): DelegationView | null {
  return delegations.find(({ name }) => fold(name) === fold(words)) ?? null;
}

function fold(words: string): string {
  return words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
