import { audienceOf, type ParticipantView } from '@roundtable/contracts';
import type { StoredEntry } from './history.js';

/** What somebody is at a place of the record. */
export type Standing = 'writer' | 'reader' | 'removed' | 'unknown';

/** Follows who may write, as the record itself tells it. */
export interface RolesOverTime {
  apply(entry: StoredEntry): void;
  of(actor: string | null): Standing;
}

/** Starts before the first entry. */
export function rolesOverTime(): RolesOverTime {
  const standings = new Map<string, Standing>();
  return {
    apply({ type, data }) {
      if (!type.startsWith('meetings.participant_')) return;
      const { id, roles, removed } = data['participant'] as ParticipantView;
      if (removed) standings.set(id, 'removed');
      else standings.set(id, audienceOf(roles) === 'observer' ? 'reader' : 'writer');
    },
    of: (actor) => (actor === null ? 'unknown' : (standings.get(actor) ?? 'unknown')),
  };
}

/** Says whether an entry is by somebody who could not have made it at this place. */
export function isUnlawful({ type }: StoredEntry, standing: Standing): boolean {
  if (standing === 'removed') return !type.startsWith('meetings.');
  return standing === 'reader' && type === 'discussion.posted';
}
