import {
  audienceOf,
  type Membership,
  type MeetingState,
  type Principal,
  type Role,
} from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { runNamed } from '@roundtable/persistence';
import { Clock, MembershipReader, type Demand } from '@roundtable/platform';
import { isUUID } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';

interface MembershipRow {
  login_id: string;
  participant_id: string;
  meeting_id: string;
  room_id: string;
  roles: Role[];
  state: MeetingState;
}

/**
 * One question to the database: is the login still valid, and is its person still in the meeting. A login made by a
 * link stands for its own participant only; one by password for the participant of that account.
 */
const MEMBERSHIP = `
  SELECT l.id AS login_id, p.id AS participant_id, m.id AS meeting_id, r.id AS room_id, p.roles, m.state
  FROM identity_logins l
  LEFT JOIN identity_accounts a ON a.id = l.account_id
  LEFT JOIN identity_invitations i ON i.id = l.invitation_id
  JOIN meetings_participants p ON (p.account_id = a.id) OR (p.id = i.participant_id AND p.meeting_id = i.meeting_id)
  JOIN meetings_meetings m ON m.id = p.meeting_id
  JOIN meetings_rooms r ON r.meeting_id = m.id
  WHERE l.id = ANY ($1::uuid[]) AND l.ended_at IS NULL AND l.expires_at > $2 AND a.disabled_at IS NULL
    AND i.revoked_at IS NULL AND (i.expires_at IS NULL OR i.expires_at > $2) AND p.removed_at IS NULL`;

const MEMBERSHIPS_IN_ROOM = { name: 'meetings_memberships_in_room', text: `${MEMBERSHIP} AND r.id = $3` };

/** True where exactly the expected rows are found. */
const SAME = `
  SELECT count(*) = cardinality($1::uuid[])
  FROM (${MEMBERSHIP} AND r.id = $3) found
  JOIN unnest($1::uuid[], $4::uuid[], $5::text[], $6::text[]) AS known (login_id, participant_id, roles, state)
    ON known.login_id = found.login_id AND known.participant_id = found.participant_id
      AND known.roles = array_to_string(found.roles, ',') AND known.state = found.state`;

/** Reads what a principal is in a meeting, always fresh. */
@Injectable()
export class ParticipantMembershipReader extends MembershipReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override ofRoom(principal: Principal, room: string, manager?: EntityManager): Promise<Membership | null> {
    return this.read(principal, `${MEMBERSHIP} AND r.id = $3`, room, manager);
  }

  override async ofRoomEach(
    principals: readonly Principal[],
    room: string,
    manager: EntityManager,
  ): Promise<Map<string, Membership>> {
    if (!isUUID(room)) return new Map();
    const logins = principals.map(({ loginId }) => loginId);
    const rows = await runNamed<MembershipRow>(manager, MEMBERSHIPS_IN_ROOM, [
      logins,
      this.clock.now(),
      room,
    ]);
    return new Map(rows.map((row) => [row.login_id, toMembership(row)]));
  }

  override demandSame(memberships: ReadonlyMap<string, Membership>, room: string): Demand {
    const known = [...memberships.values()];
    const values = [
      [...memberships.keys()],
      this.clock.now(),
      room,
      known.map(({ participantId }) => participantId),
      known.map(({ roles }) => roles.join(',')),
      known.map(({ meetingState }) => meetingState),
    ];
    return { name: 'same_memberships', sql: SAME, values };
  }

  override ofMeeting(
    principal: Principal,
    meeting: string,
    manager?: EntityManager,
  ): Promise<Membership | null> {
    return this.read(principal, `${MEMBERSHIP} AND m.id = $3 AND r.kind = 'plenary'`, meeting, manager);
  }

  private async read(
    principal: Principal,
    sql: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Membership | null> {
    if (!isUUID(id)) return null;
    const rows: MembershipRow[] = await manager.query(sql, [[principal.loginId], this.clock.now(), id]);
    const [row] = rows;
    return row ? toMembership(row) : null;
  }
}

function toMembership(row: MembershipRow): Membership {
  return {
    participantId: row.participant_id,
    meetingId: row.meeting_id,
    roomId: row.room_id,
    roles: row.roles,
    audience: audienceOf(row.roles),
    meetingState: row.state,
  };
}
