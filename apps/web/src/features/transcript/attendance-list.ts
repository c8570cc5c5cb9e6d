import type { DelegationView, ParticipantView, TranscriptOutline } from '@roundtable/contracts';

export interface AttendingDelegation {
  /** Null for those who speak for themselves. */
  delegation: DelegationView | null;
  people: ParticipantView[];
}

/** Sorts people under their delegations, in order of precedence, those without one last. */
export function attendanceByDelegation(
  {
    delegations,
    participants,
    speakers,
  }: Pick<TranscriptOutline, 'delegations' | 'participants' | 'speakers'>,
  compareNames: (one: string, other: string) => number,
): AttendingDelegation[] {
  const spoke = new Set(speakers.map(({ participant }) => participant));
  // Somebody who left is named where their words are in the record.
  const shown = participants.filter(({ id, removed }) => !removed || spoke.has(id));
  const ordered = [...delegations].sort(
    (a, b) => a.precedence - b.precedence || compareNames(a.name, b.name),
  );
  const known = new Set(ordered.map(({ id }) => id));
  const inDelegation = (id: string | null) =>
    shown
      .filter(({ delegation }) => (delegation !== null && known.has(delegation) ? delegation : null) === id)
      .sort((a, b) => compareNames(a.name, b.name));
  return [...ordered, null]
    .map((delegation) => ({ delegation, people: inDelegation(delegation?.id ?? null) }))
    .filter(({ people }) => people.length > 0);
}
