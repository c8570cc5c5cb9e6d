import type { CreateMeeting, Entry, MeetingView, ParticipantView, RoomView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { AccountsRepository } from '@roundtable/identity';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, newId } from '@roundtable/platform';
import { RecordService } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { ContactsRepository } from './contacts.repository.js';
import { MeetingEntity } from './meeting.entity.js';
import { toMeetingRow } from './meetings.projection.js';
import { MeetingsError } from './meetings.errors.js';
import { RoomEntity } from './room.entity.js';

/** Founds meetings: the rows and the empty record that everything else about a meeting needs to be there. */
@Injectable()
export class MeetingFounding {
  constructor(
    private readonly record: RecordService,
    private readonly contacts: ContactsRepository,
    private readonly accounts: AccountsRepository,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Lays a meeting, its plenary room and the room's empty record in the caller's transaction; facts follow. False
   * where there is such a meeting already. Imports and samples begin here too.
   */
  async lay(tx: EntityManager, meeting: MeetingView, plenary: RoomView): Promise<boolean> {
    const insert = tx
      .createQueryBuilder()
      .insert()
      .into(MeetingEntity)
      .values(toMeetingRow(meeting))
      .orIgnore();
    const result = await insert.returning('id').execute();
    const raw: unknown = result.raw;
    if (!Array.isArray(raw) || raw.length === 0) return false;
    await this.record.createLog(tx, plenary.id);
    await tx.insert(RoomEntity, {
      id: plenary.id,
      meetingId: plenary.meeting,
      kind: plenary.kind,
      name: plenary.name,
    });
    return true;
  }

  /** Founds a draft with an account as its secretary. Founding it again with the same client id changes nothing. */
  async foundFor(accountId: string, wanted: CreateMeeting): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account) throw new MeetingsError('not_found');
    const at = this.clock.now().toISOString();
    const meeting = draftOf(wanted, at);
    const secretary = secretaryOf(account.name);
    await this.work.inTransaction(async (tx) => {
      const isNew = await this.lay(tx, meeting, plenaryOf(meeting));
      if (!isNew) return;
      await this.contacts.save(tx, meeting.id, secretary, { email: account.email, accountId });
      await this.record.importEntries(tx, meeting.plenary, firstEntries(meeting, secretary, at));
    });
  }
}

/** The plenary room of a meeting. */
export function plenaryOf(meeting: MeetingView): RoomView {
  return { id: meeting.plenary, meeting: meeting.id, kind: 'plenary', name: 'Plenary' };
}

function draftOf(wanted: CreateMeeting, at: string): MeetingView {
  return {
    id: wanted.clientId,
    title: wanted.title,
    host: wanted.host,
    state: 'draft',
    startsAt: new Date(wanted.startsAt).toISOString(),
    endsAt: new Date(wanted.endsAt).toISOString(),
    zone: wanted.zone,
    languages: wanted.languages,
    venue: wanted.venue ?? null,
    remote: wanted.remote,
    conferenceUrl: wanted.conferenceUrl ?? null,
    confidentiality: wanted.confidentiality,
    programme: wanted.programme ?? null,
    plenary: newId(),
    createdAt: at,
    openedAt: null,
    closedAt: null,
    source: null,
    version: 1,
  };
}

function secretaryOf(name: string): ParticipantView {
  return {
    id: newId(),
    name,
    position: null,
    delegation: null,
    roles: ['secretary'],
    language: null,
    attendance: null,
    removed: false,
  };
}

function firstEntries(meeting: MeetingView, secretary: ParticipantView, at: string): Entry[] {
  const frame = { at, actor: secretary.id, item: null, segment: null, target: null };
  return [
    { ...frame, seq: 1, type: 'meetings.changed', data: { meeting } },
    { ...frame, seq: 2, type: 'meetings.participant_added', data: { participant: secretary } },
  ];
}
