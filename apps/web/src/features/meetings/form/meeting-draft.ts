import { LIMITS, type CreateMeeting, type MeetingView } from '@roundtable/contracts';
import { instantOfWall, isZone, wallOfInstant } from '../../../app/i18n/wall-time.js';

/** A meeting as it stands in the form. Times are what the wall of `zone` shows, null while incomplete. */
export interface MeetingDraft {
  title: string;
  host: string;
  start: string | null;
  end: string | null;
  zone: string | null;
  languages: string[];
  venue: string;
  remote: boolean;
  conferenceUrl: string;
  programme: string;
}

export type DraftField = keyof MeetingDraft;
export type DraftFault =
  | 'titleMissing'
  | 'hostMissing'
  | 'startMissing'
  | 'endMissing'
  | 'endBeforeStart'
  | 'zoneMissing'
  | 'languageMissing'
  | 'placeMissing'
  | 'conferenceWrong';
export type DraftFaults = Partial<Record<DraftField, DraftFault>>;

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Tomorrow morning, until the afternoon, in the zone of whoever writes. */
export function emptyDraft(now: Date, zone: string): MeetingDraft {
  const tomorrow = wallOfInstant(new Date(now.getTime() + DAY_MS), zone).slice(0, 10);
  return {
    title: '',
    host: '',
    start: `${tomorrow}T10:00`,
    end: `${tomorrow}T16:00`,
    zone,
    languages: ['en', 'ru', 'ky'],
    venue: '',
    remote: true,
    conferenceUrl: '',
    programme: '',
  };
}

/** The form filled with a meeting that exists. */
export function draftOf(meeting: MeetingView): MeetingDraft {
  const { title, host, zone, languages, remote } = meeting;
  return {
    title,
    host,
    zone,
    languages,
    remote,
    start: wallOfInstant(new Date(meeting.startsAt), zone),
    end: wallOfInstant(new Date(meeting.endsAt), zone),
    venue: meeting.venue ?? '',
    conferenceUrl: meeting.conferenceUrl ?? '',
    programme: meeting.programme ?? '',
  };
}

/** Puts what one changed since `base` upon the newest: the rest is as somebody else left it meanwhile. */
export function rebase({ base, own, newest }: Record<'base' | 'own' | 'newest', MeetingDraft>): MeetingDraft {
  return { ...newest, ...whereOther(own, base) };
}

/** A later beginning moves the end along, so that the meeting keeps its length. */
export function withStart(draft: MeetingDraft, start: string | null): MeetingDraft {
  const before = timeOf(draft.start);
  const after = timeOf(start);
  const end = timeOf(draft.end);
  if (before === null || after === null || end === null || end <= before) return { ...draft, start };
  return { ...draft, start, end: wallOfInstant(new Date(end + after - before), 'UTC') };
}

/** What still keeps the draft from being sent, by field; empty where nothing does. */
export function findFaults(draft: MeetingDraft): DraftFaults {
  const start = timeOf(draft.start);
  const end = timeOf(draft.end);
  const conference = draft.conferenceUrl.trim();
  return {
    ...(!draft.title.trim() && { title: 'titleMissing' }),
    ...(!draft.host.trim() && { host: 'hostMissing' }),
    ...(start === null && { start: 'startMissing' }),
    ...(end === null && { end: 'endMissing' }),
    ...(start !== null && end !== null && end <= start && { end: 'endBeforeStart' }),
    ...(!(draft.zone && isZone(draft.zone)) && { zone: 'zoneMissing' }),
    ...(draft.languages.length === 0 && { languages: 'languageMissing' }),
    ...(!draft.venue.trim() && !draft.remote && { venue: 'placeMissing' }),
    ...(conference && !isWebAddress(conference) && { conferenceUrl: 'conferenceWrong' }),
  };
}

/** What goes to the server. Only for a draft without faults. */
export function wireOf(draft: MeetingDraft): Omit<CreateMeeting, 'clientId'> {
  const zone = draft.zone ?? 'UTC';
  return {
    title: draft.title.trim(),
    host: draft.host.trim(),
    startsAt: instantIn(draft.start, zone),
    endsAt: instantIn(draft.end, zone),
    zone,
    languages: draft.languages.slice(0, LIMITS.languages),
    venue: draft.venue.trim() || null,
    remote: draft.remote,
    conferenceUrl: draft.conferenceUrl.trim() || null,
    confidentiality: 'members',
    programme: draft.programme.trim() || null,
  };
}

/** What of a draft goes to the server that knows the meeting as `base`: it leaves the rest as it is. */
export function changesOf(base: MeetingDraft, own: MeetingDraft): Partial<ReturnType<typeof wireOf>> {
  return whereOther(wireOf(own), wireOf(base));
}

/** The fields of `one` that are not as in `other`. */
function whereOther<T extends object>(one: T, other: T): Partial<T> {
  const changed = (field: keyof T) => JSON.stringify(one[field]) !== JSON.stringify(other[field]);
  return Object.fromEntries(Object.entries(one).filter(([field]) => changed(field as keyof T))) as Partial<T>;
}

function instantIn(wall: string | null, zone: string): string {
  return ((wall && instantOfWall(wall, zone)) || new Date(Number.NaN)).toISOString();
}

/** Walls of one zone compared as if they were in UTC. */
function timeOf(wall: string | null): number | null {
  return (wall && instantOfWall(wall, 'UTC')?.getTime()) || null;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\//i.test(text);
}
