import type { Role } from './access.js';

/**
 * Acts of power. Those of `meetings.` and `discussion.` stand on the plenary's record and are read from there; the
 * others are kept beside it.
 */
export const AUDIT_ACTS = [
  'meetings.scheduled',
  'meetings.changed',
  'meetings.opened',
  'meetings.suspended',
  'meetings.closed',
  'meetings.participant_added',
  'meetings.participant_changed',
  'meetings.participant_removed',
  'discussion.withdrawn',
  'invitation.renewed',
  'invitation.revoked',
  'transcript.exported',
  'publications.exported',
  'follow_up.exported',
  'account.created',
  'account.changed',
  'account.disabled',
  'account.enabled',
  'account.link_renewed',
  'account.link_used',
  'account.password_changed',
  'login.ended',
  'backup.restored',
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** One act of power, as those it concerns may read it. */
export interface AuditView {
  id: string;
  /** ISO, UTC. */
  at: string;
  act: AuditAct;
  /** Who did it, by name as it is now; null for the command line. */
  actor: string | null;
  /** Whom it was done to, by name as it is now; null where it concerns everybody. */
  subject: string | null;
  /** Number on the plenary's record, null for an act that is kept beside it. */
  seq: number | null;
  /** The roles that somebody was given, where roles were given. */
  roles: Role[] | null;
}
