import type {
  Audience,
  DelegationView,
  Entry,
  ItemView,
  MeetingView,
  ParticipantView,
  RoomSnapshot,
} from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import type { RecordFeature } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { DelegationEntity } from './delegation.entity.js';
import { ItemEntity } from './item.entity.js';
import { MeetingEntity } from './meeting.entity.js';
import { presentMeetingFact } from './meetings.presenter.js';
import { MeetingsRepository } from './meetings.repository.js';
import { RoomEntity } from './room.entity.js';

/** What meetings contributes to the record: facts about a meeting change its tables, and nothing else does. */
@Injectable()
export class MeetingsProjection implements RecordFeature {
  readonly name = 'meetings';

  constructor(private readonly meetings: MeetingsRepository) {}

  async project(tx: EntityManager, room: string, entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'meetings.scheduled':
      case 'meetings.changed':
      case 'meetings.opened':
      case 'meetings.suspended':
      case 'meetings.closed':
        return saveMeeting(tx, entry.data.meeting);
      case 'meetings.delegation_saved':
        return saveDelegation(tx, await meetingOf(tx, room), entry.data.delegation);
      case 'meetings.delegation_removed':
        return removeDelegation(tx, await meetingOf(tx, room), entry.data.delegation.id);
      case 'meetings.participant_added':
      case 'meetings.participant_changed':
      case 'meetings.participant_removed':
        return saveParticipant(tx, await meetingOf(tx, room), entry.data.participant, entry.at);
      case 'meetings.item_saved':
      case 'meetings.item_opened':
      case 'meetings.item_closed':
        return saveItem(tx, await meetingOf(tx, room), entry.data.item);
      case 'meetings.item_removed':
        return removeItem(tx, await meetingOf(tx, room), entry.data.item.id);
      default:
        throw new Error(`${entry.type} is no fact about a meeting.`);
    }
  }

  present(entry: Entry, audience: Audience): Entry | null {
    return presentMeetingFact(entry, audience);
  }

  showsAsStored(audience: Audience): boolean {
    return audience !== 'public';
  }

  async snapshot(tx: EntityManager, room: string, audience: Audience): Promise<Partial<RoomSnapshot>> {
    if (audience === 'public') return {};
    const roomView = await this.meetings.findRoom(room, tx);
    const meeting = roomView && (await this.meetings.find(roomView.meeting, tx));
    if (!roomView || !meeting) return {};
    return {
      meetings: {
        meeting,
        room: roomView,
        delegations: await this.meetings.delegations(meeting.id, tx),
        participants: await this.meetings.participants(meeting.id, tx),
        items: await this.meetings.items(meeting.id, tx),
      },
    };
  }
}

async function meetingOf(tx: EntityManager, room: string): Promise<string> {
  const { meetingId } = await tx.findOneByOrFail(RoomEntity, { id: room });
  return meetingId;
}

/** The row was made together with the room; a fact only ever changes it. */
async function saveMeeting(tx: EntityManager, meeting: MeetingView): Promise<void> {
  await tx.update(MeetingEntity, { id: meeting.id }, toMeetingRow(meeting));
}

/** The columns of a meeting, from its view. */
export function toMeetingRow(meeting: MeetingView): MeetingEntity {
  return {
    id: meeting.id,
    title: meeting.title,
    host: meeting.host,
    state: meeting.state,
    startsAt: new Date(meeting.startsAt),
    endsAt: new Date(meeting.endsAt),
    zone: meeting.zone,
    languages: meeting.languages,
    venue: meeting.venue,
    isRemote: meeting.remote,
    conferenceUrl: meeting.conferenceUrl,
    confidentiality: meeting.confidentiality,
    programme: meeting.programme,
    plenaryId: meeting.plenary,
    createdAt: new Date(meeting.createdAt),
    openedAt: toDate(meeting.openedAt),
    closedAt: toDate(meeting.closedAt),
    source: meeting.source,
    version: meeting.version,
  };
}

async function saveDelegation(
  tx: EntityManager,
  meetingId: string,
  delegation: DelegationView,
): Promise<void> {
  await tx.upsert(DelegationEntity, { meetingId, ...delegation }, ['meetingId', 'id']);
}

/** People who were removed may still point at it: their words keep the name through the record, not through this row. */
async function removeDelegation(tx: EntityManager, meetingId: string, id: string): Promise<void> {
  await tx.query(
    'UPDATE meetings_participants SET delegation_id = NULL WHERE meeting_id = $1 AND delegation_id = $2',
    [meetingId, id],
  );
  await tx.delete(DelegationEntity, { meetingId, id });
}

/** Leaves address and account alone: they are no part of the record. */
async function saveParticipant(
  tx: EntityManager,
  meeting: string,
  person: ParticipantView,
  at: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO meetings_participants
       (meeting_id, id, name, position, delegation_id, roles, language, attendance, added_at, removed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $10 THEN $9::timestamptz END)
     ON CONFLICT (meeting_id, id) DO UPDATE SET
       name = excluded.name, position = excluded.position, delegation_id = excluded.delegation_id,
       roles = excluded.roles, language = excluded.language, attendance = excluded.attendance,
       removed_at = CASE WHEN $10 THEN coalesce(meetings_participants.removed_at, excluded.removed_at) END`,
    [
      meeting,
      person.id,
      person.name,
      person.position,
      person.delegation,
      person.roles,
      person.language,
      person.attendance,
      new Date(at),
      person.removed,
    ],
  );
}

async function saveItem(tx: EntityManager, meetingId: string, item: ItemView): Promise<void> {
  await tx.upsert(
    ItemEntity,
    {
      meetingId,
      id: item.id,
      parentId: item.parent,
      number: item.number,
      title: item.title,
      state: item.state,
      sortOrder: item.order,
      allottedMs: item.allottedMs,
      openedAt: toDate(item.openedAt),
      closedAt: toDate(item.closedAt),
    },
    ['meetingId', 'id'],
  );
}

async function removeItem(tx: EntityManager, meetingId: string, id: string): Promise<void> {
  await tx.delete(ItemEntity, { meetingId, id });
}

function toDate(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}
