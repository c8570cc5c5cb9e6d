import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryPage } from '@roundtable/contracts';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo, Person } from '../../support/person.js';
import { caughtUp, visit, wordsIn, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const WRITERS = 4;
const LINES = 25;

describe('the record through a kill -9 of the server', () => {
  let server: RunningRoundtable;
  let visitors: RoomVisitor[];

  beforeAll(async () => {
    server = await startRoundtable();
    const secretary = await becomeAdministrator(server);
    const { meeting } = await createMeeting(secretary);
    await actOnMeeting(secretary, meeting.id, 'open');
    visitors = [];
    for (let index = 0; index < WRITERS; index += 1) {
      const { link } = await inviteTo(secretary, meeting.id, { name: `Expert ${index + 1}` });
      visitors.push(await visit(link));
    }
  }, 120_000);

  afterAll(async () => {
    for (const visitor of visitors) visitor.leave();
    await server.dispose();
  });

  it('loses no acknowledged words and doubles none, and everybody ends with the same record', async () => {
    const acknowledged: string[] = [];
    const writing = visitors.map(async ({ room }, writer) => {
      for (let line = 0; line < LINES; line += 1) {
        const body = `writer ${writer} line ${line}`;
        const done = await room.post({ body }).done;
        if (!done.ok) throw new Error(`${body} was refused: ${done.error.message}`);
        acknowledged.push(body);
      }
    });
    await reached(() => acknowledged.length >= 20);
    await server.kill();
    await server.restart();
    await Promise.all(writing);
    const [first] = visitors as [RoomVisitor];
    const stored = await readAll(server.url, first);
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

async function reached(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('The condition was not reached in 30 seconds.');
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

async function readAll(url: string, { cookie, room }: RoomVisitor): Promise<HistoryPage['entries']> {
  const reader = new Person(url);
  reader.cookie = cookie;
  const id = room.getView().record?.snapshot.meetings.room.id ?? '';
  const page = await reader.mustGet<HistoryPage>(`/api/v1/rooms/${id}/entries?after=0&limit=1000`);
  return page.entries;
}
