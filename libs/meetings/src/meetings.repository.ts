import type {
  DelegationView,
  ItemView,
  MeetingView,
  ParticipantView,
  Principal,
  Role,
  RoomView,
} from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { DelegationEntity } from './delegation.entity.js';
import { ItemEntity } from './item.entity.js';
import { MeetingEntity } from './meeting.entity.js';
import {
  presentDelegation,
  presentItem,
  presentMeeting,
  presentParticipant,
  presentRoom,
} from './meetings.presenter.js';
import { ParticipantEntity } from './participant.entity.js';
import { RoomEntity } from './room.entity.js';

/** A meeting that somebody takes part in. */
export interface OwnMeeting {
  meeting: MeetingView;
  participant: string;
  roles: Role[];
  participants: number;
}

/** Reads meetings and what belongs to them. Outside of a transaction it reads on a connection of its own. */
@Injectable()
export class MeetingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<MeetingView | null> {
    const meeting = await manager.findOneBy(MeetingEntity, { id });
    return meeting && presentMeeting(meeting);
  }

  /** Says whether there is any meeting at all. */
  async hasAny(): Promise<boolean> {
    return (await this.dataSource.manager.count(MeetingEntity, { take: 1 })) > 0;
  }

  async findRoom(id: string, manager: EntityManager = this.dataSource.manager): Promise<RoomView | null> {
    const room = await manager.findOneBy(RoomEntity, { id });
    return room && presentRoom(room);
  }

  async rooms(meeting: string): Promise<RoomView[]> {
    const rooms = await this.dataSource.manager.find(RoomEntity, {
      where: { meetingId: meeting },
      order: { id: 'ASC' },
    });
    return rooms.map(presentRoom);
  }

  /** By precedence, then id. */
  async delegations(
    meeting: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<DelegationView[]> {
    const delegations = await manager.find(DelegationEntity, {
      where: { meetingId: meeting },
      order: { precedence: 'ASC', id: 'ASC' },
    });
    return delegations.map(presentDelegation);
  }

  /** By id, removed ones too, since their words stay. */
  async participants(
    meeting: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ParticipantView[]> {
    const participants = await manager.find(ParticipantEntity, {
      where: { meetingId: meeting },
      order: { id: 'ASC' },
    });
    return participants.map(presentParticipant);
  }

  async findParticipant(
    meeting: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ParticipantView | null> {
    if (!isUUID(id)) return null;
    const participant = await manager.findOneBy(ParticipantEntity, { meetingId: meeting, id });
    return participant && presentParticipant(participant);
  }

  /** By order. */
  async items(meeting: string, manager: EntityManager = this.dataSource.manager): Promise<ItemView[]> {
    const items = await manager.find(ItemEntity, {
      where: { meetingId: meeting },
      order: { sortOrder: 'ASC', id: 'ASC' },
    });
    return items.map(presentItem);
  }

  /** The meetings that a principal takes part in, the latest first. */
  async listOf(principal: Principal): Promise<OwnMeeting[]> {
    const { manager } = this.dataSource;
    const who = principal.account
      ? { accountId: principal.account.id }
      : { id: principal.invitation?.participantId ?? '', meetingId: principal.invitation?.meetingId ?? '' };
    const own = await manager.findBy(ParticipantEntity, { ...who, removedAt: IsNull() });
    if (own.length === 0) return [];
    const ids = own.map((participant) => participant.meetingId);
    const meetings = await manager
      .createQueryBuilder(MeetingEntity, 'meeting')
      .where('meeting.id = ANY (:ids)', { ids })
      .orderBy('meeting.startsAt', 'DESC')
      .addOrderBy('meeting.id', 'DESC')
      .getMany();
    const counts = await this.countParticipants(ids);
    return meetings.flatMap((meeting) => {
      const me = own.find((participant) => participant.meetingId === meeting.id);
      if (!me) return [];
      const participants = counts.get(meeting.id) ?? 0;
      return [{ meeting: presentMeeting(meeting), participant: me.id, roles: me.roles, participants }];
    });
  }

  private async countParticipants(meetings: string[]): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await this.dataSource.query(
      `SELECT meeting_id AS id, count(*)::int AS count FROM meetings_participants
       WHERE meeting_id = ANY ($1::uuid[]) AND removed_at IS NULL GROUP BY meeting_id`,
      [meetings],
    );
    return new Map(rows.map((row) => [row.id, row.count]));
  }
}
