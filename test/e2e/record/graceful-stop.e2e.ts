import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectionState } from '@roundtable/client';
import type { ConnectionClosing, HistoryPage } from '@roundtable/contracts';
import { openEntrance, type Entrance } from '../../support/entrance.js';
import { eventually } from '../../support/live-client.js';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo, Person } from '../../support/person.js';
import { blankDatabase } from '../../support/postgres.js';
import { caughtUp, visit, wordsIn, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const WRITERS = 6;
const LINES = 60;

describe('a server that is told to stop while people write', () => {
  let database: { url: string; drop(): Promise<void> };
  let entrance: Entrance;
  let [first, second]: RunningRoundtable[] = [];
  let visitors: RoomVisitor[];

  beforeAll(async () => {
    database = await blankDatabase();
    entrance = await openEntrance();
    const settings = {
      DATABASE_URL: database.url,
      PUBLIC_URL: entrance.url,
      ROUNDTABLE_SECRET: 'a secret of thirty-two characters',
    };
    first = await startRoundtable(settings);
    const secretary = await becomeAdministrator(first);
    second = await startRoundtable(settings);
    entrance.leadTo(first.url, second.url);
    const { meeting } = await createMeeting(secretary);
    await actOnMeeting(secretary, meeting.id, 'open');
    visitors = [];
    for (let index = 0; index < WRITERS; index += 1) {
      const { link } = await inviteTo(secretary, meeting.id, { name: `Expert ${index + 1}` });
      visitors.push(await visit(link));
    }
  }, 120_000);

  afterAll(async () => {
    for (const visitor of visitors ?? []) visitor.leave();
    await entrance?.close();
    await first?.dispose();
    await second?.dispose();
    await database?.drop();
  });

  it('finishes and answers what it heard, sends everybody to the next server, and nothing is lost or doubled', async () => {
    const closings: ConnectionClosing[] = [];
    const states: ConnectionState['name'][] = [];
    for (const { connection } of visitors) {
      connection.on('connection.closing', (closing) => closings.push(closing));
      connection.subscribe(({ name }) => states.push(name));
    }
    const acknowledged: string[] = [];
    const writing = visitors.map(async ({ room }, writer) => {
      for (let line = 0; line < LINES; line += 1) {
        const body = `writer ${writer} line ${line}`;
        const done = await room.post({ body }).done;
        if (!done.ok) throw new Error(`${body} was refused: ${done.error.message}`);
        acknowledged.push(body);
      }
    });
    await eventually('the writing is under way', () => acknowledged.length >= 50, 30_000);
    const told = Date.now();
    await first!.stop();
    expect(Date.now() - told).toBeLessThan(12_000);
    await Promise.all(writing);
    expect(closings.map(({ code }) => code)).toEqual(Array(WRITERS).fill('server_stopping'));
    const waits = closings.map(({ retryAfterMs }) => retryAfterMs);
    expect(new Set(waits).size).toBe(WRITERS);
    expect(states.filter((name) => name === 'online')).toHaveLength(WRITERS);

    const stored = await readAll(second!.url, visitors[0]!);
    const bodies = stored.flatMap((entry) =>
      'type' in entry && entry.type === 'discussion.posted' ? [entry.data.body] : [],
    );
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    expect([...bodies].sort()).toEqual([...acknowledged].sort());
    for (let writer = 0; writer < WRITERS; writer += 1) {
      const own = bodies.filter((body) => body.startsWith(`writer ${writer} `));
      expect(own).toEqual(Array.from({ length: LINES }, (_, line) => `writer ${writer} line ${line}`));
    }
    const head = stored.at(-1)?.seq ?? 0;
    await Promise.all(visitors.map((visitor) => caughtUp(visitor, head)));
    for (const visitor of visitors) expect(wordsIn(visitor).map(([, body]) => body)).toEqual(bodies);
  }, 120_000);
});

async function readAll(url: string, { cookie, room }: RoomVisitor): Promise<HistoryPage['entries']> {
  const reader = new Person(url);
  reader.cookie = cookie;
  const id = room.getView().record?.snapshot.meetings.room.id ?? '';
  const page = await reader.mustGet<HistoryPage>(`/api/v1/rooms/${id}/entries?after=0&limit=1000`);
  return page.entries;
}
