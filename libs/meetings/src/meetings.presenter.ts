import type {
  Audience,
  DelegationView,
  Entry,
  ItemView,
  MeetingView,
  ParticipantView,
  RoomView,
} from '@roundtable/contracts';
import type { DelegationEntity } from './delegation.entity.js';
import type { ItemEntity } from './item.entity.js';
import type { MeetingEntity } from './meeting.entity.js';
import type { ParticipantEntity } from './participant.entity.js';
import type { RoomEntity } from './room.entity.js';

/** Everybody admitted to the room sees the facts about the meeting; the public does not. */
export function presentMeetingFact(entry: Entry, audience: Audience): Entry | null {
  return audience === 'public' ? null : entry;
}

/** The meeting as everybody in it sees it. */
export function presentMeeting(meeting: MeetingEntity): MeetingView {
  return {
    id: meeting.id,
    title: meeting.title,
    host: meeting.host,
    state: meeting.state,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    zone: meeting.zone,
    languages: meeting.languages,
    venue: meeting.venue,
    remote: meeting.isRemote,
    conferenceUrl: meeting.conferenceUrl,
    confidentiality: meeting.confidentiality,
    programme: meeting.programme,
    plenary: meeting.plenaryId,
    createdAt: meeting.createdAt.toISOString(),
    openedAt: toIso(meeting.openedAt),
    closedAt: toIso(meeting.closedAt),
    source: meeting.source && { format: meeting.source.format, file: meeting.source.file },
    version: meeting.version,
  };
}

/** A room of the meeting. */
export function presentRoom(room: RoomEntity): RoomView {
  return { id: room.id, meeting: room.meetingId, kind: room.kind, name: room.name };
}

/** A delegation. */
export function presentDelegation(delegation: DelegationEntity): DelegationView {
  return {
    id: delegation.id,
    name: delegation.name,
    shortName: delegation.shortName,
    country: delegation.country,
    precedence: delegation.precedence,
  };
}

/** A participant as other members see them: no address, no account. */
export function presentParticipant(participant: ParticipantEntity): ParticipantView {
  return {
    id: participant.id,
    name: participant.name,
    position: participant.position,
    delegation: participant.delegationId,
    roles: participant.roles,
    language: participant.language,
    attendance: participant.attendance,
    removed: participant.removedAt !== null,
  };
}

/** An agenda item. */
export function presentItem(item: ItemEntity): ItemView {
  return {
    id: item.id,
    parent: item.parentId,
    number: item.number,
    title: item.title,
    state: item.state,
    order: item.sortOrder,
    allottedMs: item.allottedMs,
    openedAt: toIso(item.openedAt),
    closedAt: toIso(item.closedAt),
  };
}

function toIso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
