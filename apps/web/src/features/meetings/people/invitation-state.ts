import type { InvitationView } from '@roundtable/contracts';

export type InvitationState = 'entered' | 'sent' | 'unsent' | 'revoked' | 'expired';

/** Where a personal link stands, and since when; whether it still works goes before what became of it. */
export function stateOf(invitation: InvitationView, now: number): { state: InvitationState; at: string } {
  const { revokedAt, expiresAt, lastEnteredAt, sentAt, createdAt } = invitation;
  if (revokedAt) return { state: 'revoked', at: revokedAt };
  if (expiresAt && Date.parse(expiresAt) <= now) return { state: 'expired', at: expiresAt };
  if (lastEnteredAt) return { state: 'entered', at: lastEnteredAt };
  return sentAt ? { state: 'sent', at: sentAt } : { state: 'unsent', at: createdAt };
}

/** The letters that "send to all" would write: a link that works, an address, and none sent so far. */
export function unsentOf(invitations: readonly InvitationView[]): InvitationView[] {
  return invitations.filter(({ link, email, sentAt }) => link !== null && email !== null && sentAt === null);
}
