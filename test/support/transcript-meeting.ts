import { MeetingFounding } from '@roundtable/meetings';
import { UnitOfWork } from '@roundtable/persistence';
import { newId } from '@roundtable/platform';
import { RecordService, type Draft } from '@roundtable/record';
import type { TranscriptNode } from './transcript-node.js';

const AT = '2026-11-22T08:00:00.000Z';

/** Who is in the meeting of a test, and the delegation of the second. */
export interface People {
  aida: string;
  timur: string;
  delegation: string;
}

/** Lays an open meeting with two secretaries and a title and a name that are hostile to Markdown. */
export async function found(
  node: TranscriptNode,
  { aida, timur, delegation }: People,
): Promise<{ meeting: string; room: string }> {
  const [id, room] = [newId(), newId()];
  const meeting = {
    id,
    title: 'Water *allocation* & <b>energy</b>',
    host: 'Institute of Water Problems',
    state: 'open' as const,
    startsAt: AT,
    endsAt: '2026-11-22T12:00:00.000Z',
    zone: 'Asia/Bishkek',
    languages: ['en', 'ru', 'ky'],
    venue: null,
    remote: true,
    conferenceUrl: null,
    confidentiality: 'members' as const,
    programme: null,
    plenary: room,
    createdAt: AT,
    openedAt: AT,
    closedAt: null,
    source: null,
    version: 1,
  };
  await node.app
    .get(UnitOfWork)
    .inTransaction((tx) =>
      node.app
        .get(MeetingFounding)
        .lay(tx, meeting, { id: room, meeting: id, kind: 'plenary', name: 'Plenary' }),
    );
  const person = {
    position: null,
    roles: ['secretary' as const],
    language: null,
    attendance: null,
    removed: false,
  };
  await append(node, room, {
    type: 'meetings.delegation_saved',
    actor: null,
    data: {
      delegation: { id: delegation, name: 'Basin Authority', shortName: null, country: 'KG', precedence: 1 },
    },
  });
  await append(node, room, {
    type: 'meetings.participant_added',
    actor: null,
    data: { participant: { ...person, id: aida, name: 'Aida Sydykova', delegation: null } },
  });
  await append(node, room, {
    type: 'meetings.participant_added',
    actor: null,
    data: { participant: { ...person, id: timur, name: 'Timur <b>Asanov</b>', delegation } },
  });
  return { meeting: id, room };
}

/** Appends one fact as the system and returns its number. */
export async function append(node: TranscriptNode, room: string, draft: Draft): Promise<number> {
  const appended = await node.app.get(RecordService).append({
    room,
    caller: null,
    permission: 'discussion.post',
    clientId: null,
    intent: 'test',
    payload: {},
    decide: () => Promise.resolve([draft]),
  });
  return appended.seq;
}

/** Many messages at once, by SQL: how they are appended is not what is measured. */
export async function fill(node: TranscriptNode, room: string, count: number): Promise<void> {
  await node.dataSource.query(
    `INSERT INTO record_entries (room_id, seq, at, type, actor_id, data)
     SELECT $1, l.head + n, now() + n * interval '1 second', 'discussion.posted', NULL,
       jsonb_build_object('body', 'Remark number ' || n, 'replyTo', NULL, 'quote', NULL, 'mentions', '[]'::jsonb, 'language', NULL)
     FROM record_logs l, generate_series(1, $2::int) n WHERE l.room_id = $1`,
    [room, count],
  );
  await node.dataSource.query(
    `INSERT INTO discussion_messages (room_id, seq, kind, at, body, text_seq)
     SELECT room_id, seq, 'message', at, data ->> 'body', seq FROM record_entries WHERE room_id = $1 AND type = 'discussion.posted'`,
    [room],
  );
  await node.dataSource.query(
    `INSERT INTO discussion_words (room_id, seq, text_seq, words)
     SELECT room_id, seq, text_seq, discussion_words_of(body) FROM discussion_messages WHERE room_id = $1
     ON CONFLICT DO NOTHING`,
    [room],
  );
  await node.dataSource.query('UPDATE record_logs SET head = head + $2 WHERE room_id = $1', [room, count]);
}
