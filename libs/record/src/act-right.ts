import type { Membership } from '@roundtable/contracts';
import type { Policies } from '@roundtable/platform';
import type { AppendCommand } from './append-command.js';
import { RoomNotFound } from './record.errors.js';

/**
 * Judges the right to an act by what its caller is now; null for the system.
 * @throws RoomNotFound for somebody who is not there any more, or what the permission refuses with
 */
export function demandRight(
  policies: Policies,
  memberships: ReadonlyMap<string, Membership>,
  { caller, permission }: AppendCommand,
): Membership | null {
  if (!caller) return null;
  const membership = memberships.get(caller.principal.loginId);
  if (membership?.participantId !== caller.membership.participantId) throw new RoomNotFound();
  policies.demand(permission, { principal: caller.principal, membership });
  return membership;
}
