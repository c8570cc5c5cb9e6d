import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIENCES, PROTOCOL_VERSION, type SyncAnswer } from '@roundtable/contracts';
import type { Socket } from 'socket.io-client';
import { ask, StrictReader } from '../../../test/support/live-client.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  connect,
  People,
  posting,
  startRecordNode,
  type RecordNode,
} from '../../../test/support/record-node.js';
import { RecentEntries } from './recent-entries.js';

const ENTRIES = 320;
const QUESTIONS = 40;

describe('catching up from memory', () => {
  const people = new People();
  const open: Socket[] = [];
  let database: { url: string; drop(): Promise<void> };
  let remembering: RecordNode;
  let forgetful: RecordNode;
  let addresses: [string, string];

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    remembering = await startRecordNode(database.url, { people });
    forgetful = await startRecordNode(database.url, { people, config: { recentEntriesMib: 0 } });
    addresses = [await remembering.listen(), await forgetful.listen()];
  });

  afterAll(async () => {
    for (const socket of open) socket.disconnect();
    await remembering.close();
    await forgetful.close();
    await database.drop();
  });

  it('gives every audience what Postgres gives, for whatever was missed, and nothing beyond its rights', async () => {
    const seed = Date.now() % 1_000_000;
    const random = randomOf(seed);
    const room = await remembering.createRoom();
    const speaker = people.add(room, 'staff');
    const present = connect(addresses[0], people.add(room));
    open.push(present);
    await new StrictReader(present, room).sync();
    const acts = Array.from({ length: ENTRIES }, (_, index) => {
      const isSecret = random() < 0.3;
      const length = Math.floor(random() * 300);
      const body = `${isSecret ? 'staff only ' : ''}${index} \u0301"\\ ✓ ${'өң'.repeat(length)}`;
      return remembering.records.append(posting(speaker, body, random() < 0.8 ? { shared: {} } : {}));
    });
    await Promise.all(acts);
    const { counts } = remembering.app.get(RecentEntries);
    const before = { ...counts };
    for (const audience of AUDIENCES) {
      if (audience === 'public') continue;
      const reader = people.add(room, audience);
      const [here, there] = addresses.map((address) => connect(address, reader));
      open.push(here!, there!);
      for (let question = 0; question < QUESTIONS; question += 1) {
        const since = question === 0 ? null : Math.floor(random() * (ENTRIES + 1));
        const request = { v: PROTOCOL_VERSION, room, since, epoch: since === null ? null : 1 };
        const answers = await Promise.all([
          ask<SyncAnswer & { ok: boolean }>(here!, 'record.sync', request),
          ask<SyncAnswer & { ok: boolean }>(there!, 'record.sync', request),
        ]);
        const [fromMemory, fromPostgres] = answers.map(({ ok, head, reset, entries, later }) => {
          return { seed, ok, head, reset, entries, later };
        });
        expect(fromMemory).toEqual(fromPostgres);
        expect(fromMemory?.ok).toBe(true);
        if (audience !== 'staff') expect(JSON.stringify(fromMemory)).not.toContain('staff only');
        // Below the budget of one socket.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      here!.disconnect();
      there!.disconnect();
    }
    // Without answers from memory this would compare Postgres with itself.
    expect(counts.found - before.found).toBeGreaterThan(0);
    expect(forgetful.app.get(RecentEntries).counts.found).toBe(0);
  }, 60_000);

  it('of very long words comes in parts, each from where the last ended', async () => {
    const room = await remembering.createRoom();
    const speaker = people.add(room);
    for (let index = 0; index < 90; index += 1)
      await remembering.records.append(posting(speaker, 'long '.repeat(2_000), { shared: {} }));
    const socket = connect(addresses[1], people.add(room));
    open.push(socket);
    const seqs: number[] = [];
    let parts = 0;
    while ((seqs.at(-1) ?? 0) < 90 && parts < 20) {
      const request = { v: PROTOCOL_VERSION, room, since: seqs.at(-1) ?? 0, epoch: 1 };
      const { entries, reset } = await ask<SyncAnswer>(socket, 'record.sync', request);
      expect(reset).toBe(false);
      seqs.push(...entries.map(({ seq }) => seq));
      parts += 1;
    }
    expect(seqs).toEqual(Array.from({ length: 90 }, (_, index) => index + 1));
    expect(parts).toBeGreaterThan(2);
  }, 30_000);
});

/** Chance that repeats for one seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
