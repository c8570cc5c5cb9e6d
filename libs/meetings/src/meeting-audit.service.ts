import type { AuditAct, AuditView, FactType, Membership, Role } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const MOST_ACTS = 500;

/** Facts that are acts of power. A withdrawal is one where it took somebody else's words. */
const ON_RECORD = [
  'meetings.scheduled',
  'meetings.changed',
  'meetings.opened',
  'meetings.suspended',
  'meetings.closed',
  'meetings.participant_added',
  'meetings.participant_changed',
  'meetings.participant_removed',
  'discussion.withdrawn',
] as const satisfies readonly (FactType & AuditAct)[];

interface ActRow {
  id: string;
  at: Date;
  act: AuditAct;
  actor: string | null;
  subject: string | null;
  seq: string | number | null;
  roles: Role[] | null;
}

/** Shows the acts of power of a meeting to those they concern: what is on its record, and what is kept beside it. */
@Injectable()
export class MeetingAuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first: all for a secretary, else what one did, what was done to one, and what concerns everybody. */
  async read({ meetingId, participantId, roles }: Membership): Promise<AuditView[]> {
    const rows = await this.dataSource.query<ActRow[]>(READ_ACTS, [
      meetingId,
      ON_RECORD,
      roles.includes('secretary') ? null : participantId,
      MOST_ACTS,
    ]);
    return rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      seq: row.seq === null ? null : Number(row.seq),
    }));
  }
}

const READ_ACTS = `
  WITH acts AS (
    SELECT e.room_id || ':' || e.seq AS id, e.at, e.type AS act, e.actor_id,
      coalesce((e.data -> 'participant' ->> 'id')::uuid, (target.data ->> 'speaker')::uuid, target.actor_id) AS subject_id, e.seq,
      CASE WHEN e.type IN ('meetings.participant_added', 'meetings.participant_changed')
        THEN e.data -> 'participant' -> 'roles' END AS roles
    FROM meetings_meetings m
    JOIN record_entries e ON e.room_id = m.plenary_id AND e.type = ANY ($2)
    LEFT JOIN record_entries target ON e.type = 'discussion.withdrawn'
      AND target.room_id = e.room_id AND target.seq = e.target_seq
    WHERE m.id = $1 AND (e.type <> 'discussion.withdrawn'
      OR coalesce((target.data ->> 'speaker')::uuid, target.actor_id) IS DISTINCT FROM e.actor_id)
    UNION ALL
    SELECT a.id::text, a.at, a.act, a.actor_participant_id, a.subject_participant_id, NULL, NULL
    FROM audit_acts a WHERE a.meeting_id = $1
  )
  SELECT acts.id, acts.at, acts.act, actor.name AS actor, subject.name AS subject, acts.seq, acts.roles
  FROM acts
  LEFT JOIN meetings_participants actor ON actor.meeting_id = $1 AND actor.id = acts.actor_id
  LEFT JOIN meetings_participants subject ON subject.meeting_id = $1 AND subject.id = acts.subject_id
  WHERE $3::uuid IS NULL OR acts.subject_id IS NULL OR acts.subject_id = $3 OR acts.actor_id = $3
  ORDER BY acts.at DESC, acts.seq DESC NULLS LAST, acts.id DESC LIMIT $4`;
