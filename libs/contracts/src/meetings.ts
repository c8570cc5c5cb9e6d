import type { MeetingState, Role } from './access.js';
import type { Attendance } from './presence.js';

/** Only what is enforced so far is offered: members only, on the record. */
export const CONFIDENTIALITIES = ['members'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

export const LANGUAGES = ['en', 'ru', 'ky'] as const;
/** Interface languages. A meeting's languages may be any BCP 47 tag. */
export type Language = (typeof LANGUAGES)[number];

/** A meeting as everybody in it sees it. Times are ISO 8601 UTC; `zone` is an IANA name. */
export interface MeetingView {
  id: string;
  title: string;
  host: string;
  state: MeetingState;
  startsAt: string;
  endsAt: string;
  zone: string;
  languages: string[];
  venue: string | null;
  remote: boolean;
  conferenceUrl: string | null;
  confidentiality: Confidentiality;
  programme: string | null;
  plenary: string;
  createdAt: string;
  openedAt: string | null;
  closedAt: string | null;
  /** Where an imported meeting came from. */
  source: { format: string; file: string } | null;
  version: number;
}

export interface DelegationView {
  id: string;
  name: string;
  shortName: string | null;
  /** ISO 3166-1 alpha-2, for the flag, or null. */
  country: string | null;
  precedence: number;
}

/** A participant as other members see them: no address, no link. */
export interface ParticipantView {
  id: string;
  name: string;
  /** Office and institution, e.g. "Head of department, Ministry of Energy". */
  position: string | null;
  delegation: string | null;
  roles: Role[];
  language: string | null;
  attendance: Attendance | null;
  removed: boolean;
}

export const ITEM_STATES = ['planned', 'open', 'suspended', 'closed', 'deferred', 'withdrawn'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export interface ItemView {
  id: string;
  parent: string | null;
  /** Printed number, e.g. "2.1". */
  number: string;
  title: string;
  state: ItemState;
  /** Order among all items of the meeting, from 0. */
  order: number;
  allottedMs: number | null;
  openedAt: string | null;
  closedAt: string | null;
}

export interface RoomView {
  id: string;
  meeting: string;
  kind: 'plenary';
  name: string;
}

/** `GET /api/v1/meetings`. */
export interface MeetingSummary {
  meeting: MeetingView;
  /** The caller's participant in it. */
  me: { participant: string; roles: Role[] };
  participants: number;
}

/** `GET /api/v1/meetings/:meeting`, for members. */
export interface MeetingDetail {
  meeting: MeetingView;
  rooms: RoomView[];
  delegations: DelegationView[];
  participants: ParticipantView[];
  items: ItemView[];
  me: { participant: string; roles: Role[]; permissions: string[] };
}

/** What a secretary sees beside each participant. */
export interface InvitationView {
  id: string;
  participant: string;
  email: string | null;
  /** Full personal link; only while it is valid. */
  link: string | null;
  createdAt: string;
  sentAt: string | null;
  lastEnteredAt: string | null;
  revokedAt: string | null;
  expiresAt: string | null;
}

/** `GET .../invitation/message`: ready to paste into one's own mail program. */
export interface InvitationMessage {
  to: string | null;
  subject: string;
  text: string;
}

/** `GET /api/v1/join/:token`: what the link's page shows before anybody enters. */
export interface JoinView {
  meeting: MeetingView;
  participant: ParticipantView;
  delegation: DelegationView | null;
  /** Who invites. */
  invitedBy: string;
  /** True where this browser is already in as this person. */
  entered: boolean;
  /** Name of another person this browser is signed in as, or null. */
  signedInAs: string | null;
}

export interface EnterRequest {
  consent: boolean;
  attendance: Attendance;
}
export interface EnterAnswer {
  meeting: string;
  room: string;
}

export interface CreateMeeting {
  clientId: string;
  title: string;
  host: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  languages: string[];
  venue?: string | null;
  remote: boolean;
  conferenceUrl?: string | null;
  confidentiality: Confidentiality;
  programme?: string | null;
}
export interface ChangeMeeting extends Partial<Omit<CreateMeeting, 'clientId'>> {
  clientId: string;
  version: number;
}
/** `POST /api/v1/meetings/:meeting/:act` with act schedule | open | suspend | close. */
export const MEETING_ACTS = ['schedule', 'open', 'suspend', 'close'] as const;
export type MeetingAct = (typeof MEETING_ACTS)[number];

/** Body of every HTTP request that only acts: the client's own number makes it safe to repeat. */
export interface ActRequest {
  clientId: string;
}

export interface SaveDelegation {
  clientId: string;
  name: string;
  shortName?: string | null;
  country?: string | null;
  precedence?: number;
}
export interface SaveParticipant {
  clientId: string;
  name: string;
  email?: string | null;
  position?: string | null;
  delegation?: string | null;
  roles: Role[];
  language?: string | null;
}
export interface SaveItem {
  clientId: string;
  title: string;
  parent?: string | null;
  allottedMs?: number | null;
}
/** How a row of an uploaded participant list compares with who is there. */
export interface ParticipantRow {
  /** Line in the file, from 1. */
  line: number;
  status: 'new' | 'changed' | 'unchanged' | 'wrong';
  name: string;
  email: string | null;
  position: string | null;
  delegation: string | null;
  roles: Role[];
  language: string | null;
  /** What is wrong, each naming its column; empty unless `wrong`. */
  problems: { column: string; code: string; message: string }[];
  /** Columns that differ, for `changed`. */
  changes: string[];
}
export interface ParticipantImportPreview {
  /** Encoding and separator that were recognised. */
  encoding: string;
  separator: string;
  rows: ParticipantRow[];
}
export interface ParticipantImportResult {
  added: number;
  changed: number;
  unchanged: number;
}
/** `GET /api/v1/meetings/:meeting/lobby`: for whoever is invited but cannot read the room now. */
export interface LobbyView {
  meeting: MeetingView;
  room: string;
  participant: ParticipantView;
  mayRead: boolean;
}
