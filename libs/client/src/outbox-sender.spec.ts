import 'fake-indexeddb/auto';
import { describe, expect, it } from '@jest/globals';
import { indexedDbOutbox } from './indexed-db-outbox.js';
import { memoryOutbox, type OutboxStore } from './outbox.js';
import type { Room } from './room-client.js';
import { openTab, sharedLocks, until } from './testing/opened-room.js';
import { SimulatedServer, type Fate } from './testing/simulated-server.js';
import { seededRandom, settle, VirtualTimers } from './testing/virtual-timers.js';

const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const FATES: Fate[] = ['accepted', 'accepted', 'ackLost', 'entryFirst', 'lost', 'silent', 'busy'];

/** Bodies of own messages as a page would show them: the record's lines, then what is pending. */
function shownBodies(room: Room): string[] {
  const { record, pending } = room.getView();
  const lines = [...(record?.messages.values() ?? [])].map((message) => message.body ?? '');
  return [...lines, ...pending.map((item) => (item.intent === 'discussion.post' ? item.words.body : ''))];
}

async function playOnce(
  random: () => number,
  outbox: OutboxStore,
): Promise<{ said: string[]; server: SimulatedServer; reloads: number }> {
  const timers = new VirtualTimers(random);
  const server = new SimulatedServer(() => FATES[Math.floor(random() * FATES.length)] ?? 'accepted');
  const said: string[] = [];
  let reloads = 0;
  let tab = openTab(server, timers, outbox);
  const wrong: unknown[] = [];
  let watched: Room | null = null;
  // From the moment the words left on the device are read again, every message is shown, in order, exactly once.
  const watch = (): void => {
    const { room } = tab;
    watched = null;
    room.subscribe(() => {
      if (tab.room !== room || room.getView().record === null) return;
      const shown = shownBodies(room);
      if (shown.join() === said.join()) watched = room;
      else if (watched === room) wrong.push({ shown, said: [...said] });
    });
  };
  await until(timers, () => tab.room.getView().status === 'live', 'the room is live');
  watch();
  for (let step = 0; step < 25; step++) {
    const chance = random();
    if (chance < 0.55) {
      said.push(`Said ${String(said.length)}`);
      tab.room.post({ body: said.at(-1) ?? '' });
    } else if (chance < 0.65) {
      server.cut();
    } else if (chance < 0.75) {
      server.reachable = !server.reachable;
    } else if (chance < 0.82) {
      await settle(3);
      tab.close();
      tab = openTab(server, timers, outbox);
      reloads += 1;
      watch();
    } else {
      await settle(1);
      timers.advance(Math.floor(random() * 3_000));
    }
  }
  server.reachable = true;
  const isDone = (): boolean =>
    server.bodies.length >= said.length && tab.room.getView().pending.length === 0;
  await until(timers, isDone, 'everything is sent');
  expect(wrong).toEqual([]);
  tab.close();
  return { said, server, reloads };
}

describe(`what is said in a room (seed ${String(seed)})`, () => {
  it.each([
    ['memory', () => memoryOutbox(), 150],
    ['IndexedDB', (run: number) => indexedDbOutbox(`outbox-${String(run)}`), 60],
  ] as const)(
    'is sent once and in order through lost acks, cut lines and reloads (outbox in %s)',
    async (_name, makeOutbox, runs) => {
      let messages = 0;
      let reloads = 0;
      for (let run = 0; run < runs; run++) {
        const random = seededRandom(seed + run);
        const played = await playOnce(random, makeOutbox(run)).catch((error: unknown) => {
          throw new Error(`Seed ${String(seed + run)}: ${String(error)}`, { cause: error });
        });
        expect({ seed: seed + run, bodies: played.server.bodies }).toEqual({
          seed: seed + run,
          bodies: played.said,
        });
        expect(played.server.mostAtOnce).toBeLessThanOrEqual(1);
        messages += played.said.length;
        reloads += played.reloads;
      }
      expect(messages).toBeGreaterThan(0);
      expect(reloads).toBeGreaterThan(0);
    },
    60_000,
  );

  it('stays refused until revised, which sends it under a new id', async () => {
    const ids: string[] = [];
    const timers = new VirtualTimers();
    const server = new SimulatedServer(
      (payload) => (ids.push(payload.clientId), payload.body === 'bad' ? 'refused' : 'accepted'),
    );
    const outbox = memoryOutbox();
    const { room } = openTab(server, timers, outbox);
    const sending = room.post({ body: 'bad' });
    const after = room.post({ body: 'next' });
    expect(await sending.done).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await after.done).toMatchObject({ ok: true, seq: 1 });
    await until(timers, () => room.getView().pending.length === 1, 'only the refused words are pending');
    expect(room.getView().pending[0]).toMatchObject({ status: 'refused', refused: { code: 'forbidden' } });
    expect(await outbox.load({ person: 'ainura', room: 'plenary' })).toHaveLength(1);
    const again = room.revise(sending.clientId, { body: 'good' });
    expect(await again?.done).toMatchObject({ ok: true, seq: 2 });
    expect(new Set(ids).size).toBe(3);
    await until(timers, () => room.getView().pending.length === 0, 'nothing is pending');
    expect(room.discard(sending.clientId)).toBe(false);
    expect(await outbox.load({ person: 'ainura', room: 'plenary' })).toEqual([]);
  });

  it('is never sent by another person on the same device', async () => {
    const timers = new VirtualTimers();
    const outbox = indexedDbOutbox('shared-device');
    const item = {
      room: 'plenary',
      clientId: 'x',
      intent: 'discussion.post',
      createdAt: 0,
      after: 0,
      refused: null,
    } as const;
    await outbox.put({ ...item, person: 'temir', words: { body: 'Not hers' } });
    const server = new SimulatedServer();
    const { room } = openTab(server, timers, outbox);
    expect(await room.post({ body: 'Hers' }).done).toMatchObject({ ok: true });
    expect(server.bodies).toEqual(['Hers']);
  });

  it('is let go of where its entry came before its acknowledgement, and not said again after a restore', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer(() => 'entryFirst');
    const { room } = openTab(server, timers, memoryOutbox());
    await until(timers, () => room.getView().status === 'live', 'the room is live');
    await room.post({ body: 'Seen' }).done;
    expect([server.bodies, room.getView().record?.head]).toEqual([['Seen'], 1]);
    server.restore(0);
    server.cut();
    await until(timers, () => room.getView().record?.epoch === server.room.epoch, 'it is read anew');
    await settle(20);
    timers.advance(60_000);
    await settle(20);
    expect([server.bodies, room.getView().pending]).toEqual([[], []]);
  });

  it('does not come back where it was acknowledged while the device was read again', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer(() => 'entryFirst');
    const outbox = memoryOutbox();
    const before = openTab(server, timers, outbox);
    before.room.post({ body: 'Once' });
    before.close();
    const reading: (() => void)[] = [];
    const slowOutbox: OutboxStore = {
      ...outbox,
      load: async (scope) => {
        const found = await outbox.load(scope);
        await new Promise<void>((resume) => reading.push(resume));
        return found;
      },
    };
    const readings = (count: number): Promise<void> =>
      until(timers, () => reading.length === count, `the device is read for the ${String(count)}. time`);
    const { room } = openTab(server, timers, slowOutbox);
    await readings(1);
    reading[0]?.();
    // Before sending, it looks whether the words still lie there; meanwhile the line goes and comes back.
    await readings(2);
    server.cut();
    await readings(3);
    reading[1]?.();
    await until(timers, () => server.bodies.length > 0 && room.getView().pending.length === 0, 'it is sent');
    await settle(20);
    reading[2]?.();
    await settle(1);
    expect(shownBodies(room)).toEqual(['Once']);
  });

  it('is sent once where two tabs find it on the device', async () => {
    const timers = new VirtualTimers();
    const outbox = indexedDbOutbox('two-tabs');
    const server = new SimulatedServer();
    server.reachable = false;
    const first = openTab(server, timers, outbox);
    for (const body of ['One', 'Two', 'Three']) first.room.post({ body });
    await settle(20);
    first.close();
    server.reachable = true;
    const locks = sharedLocks();
    const tabs = [openTab(server, timers, outbox, { locks }), openTab(server, timers, outbox, { locks })];
    const isDone = (): boolean =>
      server.bodies.length >= 3 && tabs.every((tab) => tab.room.getView().pending.length === 0);
    await until(timers, isDone, 'both tabs have nothing pending');
    expect(server.bodies).toEqual(['One', 'Two', 'Three']);
    expect(server.mostAtOnce).toBe(1);
    tabs.forEach((tab) => tab.close());
  });
});
