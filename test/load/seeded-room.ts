import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type pg from 'pg';

/** A room of an open meeting, with a personal login for everybody in it. */
export interface SeededRoom {
  room: string;
  meeting: string;
  /** Cookie headers, one for each participant: a chair, an observer, and experts. */
  cookies: string[];
  /** Their ids, in the same order. */
  people: string[];
}

const COOKIE_NAME = 'roundtable';
const A_YEAR = `now() + interval '1 year'`;

/**
 * Puts an open meeting with its participants, their invitations and their logins into the database, as many at once as
 * one statement takes: two thousand people who enter one by one would be the longest part of the benchmark.
 */
export async function seedRoom(client: pg.Client, people: number): Promise<SeededRoom> {
  const [meeting, room] = [uuidv7(), uuidv7()];
  const crowd = Array.from({ length: people }, (_, index) => {
    const token = randomBytes(32);
    const hash = createHash('sha256').update(token).digest();
    return { id: uuidv7(), invitation: uuidv7(), login: uuidv7(), token, hash, role: roleOf(index) };
  });
  await client.query('BEGIN');
  await client.query('INSERT INTO record_logs (room_id) VALUES ($1)', [room]);
  await client.query(
    `INSERT INTO meetings_meetings (id, title, host, state, starts_at, ends_at, zone, languages, is_remote,
       confidentiality, plenary_id, created_at, opened_at)
     VALUES ($1, 'Water and energy in the upper basin', 'Institute of Basin Studies', 'open', now(),
       now() + interval '8 hours', 'Asia/Bishkek', '{en}', true, 'members', $2, now(), now())`,
    [meeting, room],
  );
  await client.query(
    `INSERT INTO meetings_rooms (id, meeting_id, kind, name) VALUES ($1, $2, 'plenary', 'Plenary')`,
    [room, meeting],
  );
  await client.query(
    `INSERT INTO meetings_participants (meeting_id, id, name, roles, attendance, added_at)
     SELECT $1, id, 'Participant ' || place, ARRAY[role], 'remote', now()
     FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS new (id, role, place)`,
    [meeting, crowd.map(({ id }) => id), crowd.map(({ role }) => role)],
  );
  await client.query(
    `INSERT INTO identity_invitations (id, meeting_id, participant_id, created_at, expires_at)
     SELECT id, $1, participant, now(), ${A_YEAR} FROM unnest($2::uuid[], $3::uuid[]) AS new (id, participant)`,
    [meeting, crowd.map(({ invitation }) => invitation), crowd.map(({ id }) => id)],
  );
  await client.query(
    `INSERT INTO identity_logins (id, token_hash, invitation_id, created_at, expires_at, last_seen_at, consented_at)
     SELECT id, hash, invitation, now(), ${A_YEAR}, now(), now()
     FROM unnest($1::uuid[], $2::bytea[], $3::uuid[]) AS new (id, hash, invitation)`,
    [
      crowd.map(({ login }) => login),
      crowd.map(({ hash }) => hash),
      crowd.map(({ invitation }) => invitation),
    ],
  );
  await client.query('COMMIT');
  return {
    room,
    meeting,
    people: crowd.map(({ id }) => id),
    cookies: crowd.map(({ token }) => `${COOKIE_NAME}=${token.toString('base64url')}`),
  };
}

function roleOf(index: number): string {
  if (index === 0) return 'chair';
  return index === 1 ? 'observer' : 'expert';
}
