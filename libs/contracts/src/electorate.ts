import type { Role } from './access.js';
import type { ElectorView } from './polls.js';

/** Who has a vote unless somebody says otherwise; secretaries, interpreters and captioners serve the meeting. */
export const VOTING_ROLES: readonly Role[] = ['chair', 'moderator', 'rapporteur', 'expert'];

/**
 * The elector who holds a vote in the end: a proxy may be passed on, and is followed to its last holder. Ends also where
 * an import brings a circle, which this server refuses to make.
 */
export function holderOf(electors: readonly ElectorView[], id: string): string {
  const proxyOf = new Map(electors.map((elector) => [elector.id, elector.proxy]));
  let holder = id;
  for (const _ of electors) holder = proxyOf.get(holder) ?? holder;
  return holder;
}
