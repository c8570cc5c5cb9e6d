/** Roles a person may hold in one meeting; several at once. */
export const ROLES = [
  'chair',
  'moderator',
  'rapporteur',
  'secretary',
  'expert',
  'interpreter',
  'captioner',
  'observer',
  'guest',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of the installation: administrators keep people and settings, organisers create meetings. */
export const INSTALLATION_ROLES = ['administrator', 'organiser'] as const;
export type InstallationRole = (typeof INSTALLATION_ROLES)[number];

/** What a reader may see of an entry depends on this, never on the person. */
export const AUDIENCES = ['staff', 'member', 'observer', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Everything that can be allowed or refused. Each is decided by exactly one predicate in a feature's policy file. */
export const PERMISSIONS = [
  'accounts.manage',
  'outbox.read',
  'imports.create',
  'meetings.create',
  'meetings.read',
  'meetings.enter_lobby',
  'meetings.manage',
  'meetings.run',
  'room.read',
  'agenda.manage',
  'discussion.post',
  'discussion.change_own',
  'discussion.react',
  'discussion.state',
  'floor.request',
  'floor.manage',
  'proposals.capture',
  'proposals.change',
  'proposals.conduct',
  'proposals.recommend',
  'proposals.position',
  'documents.write',
  'amendments.table',
  'amendments.recommend',
  'amendments.decide',
  'amendments.merge',
  'amendments.regulate',
  'polls.manage',
  'polls.cast',
  'publications.read',
  'publications.draft',
  'publications.respond',
  'publications.adopt',
  'follow_up.read',
  'follow_up.plan',
  'follow_up.report',
  'transcript.read',
  'transcript.export',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who is behind a login: an account (by password) or a participant (by personal link). Never both. */
export interface Principal {
  loginId: string;
  account: { id: string; role: InstallationRole | null; name: string } | null;
  /** Set for a login made from an invitation. */
  invitation: { id: string; meetingId: string; participantId: string } | null;
}

/** What a principal is in one meeting and one of its rooms, read fresh from the database. */
export interface Membership {
  participantId: string;
  meetingId: string;
  roomId: string;
  roles: Role[];
  audience: Audience;
  meetingState: MeetingState;
}

export const MEETING_STATES = ['draft', 'scheduled', 'open', 'suspended', 'closed', 'published'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

const STAFF: readonly Role[] = ['chair', 'moderator', 'rapporteur', 'secretary'];
const MEMBERS: readonly Role[] = ['expert', 'interpreter', 'captioner'];

/** Gives the widest audience that one of the roles belongs to. */
export function audienceOf(roles: readonly Role[]): Audience {
  if (roles.some((role) => STAFF.includes(role))) return 'staff';
  if (roles.some((role) => MEMBERS.includes(role))) return 'member';
  return 'observer';
}
