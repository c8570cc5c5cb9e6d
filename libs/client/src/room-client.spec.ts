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
    const tabs = [openTab(server, timers, outbox, locks), openTab(server, timers, outbox, locks)];
    const isDone = (): boolean =>
      server.bodies.length >= 3 && tabs.every((tab) => tab.room.getView().pending.length === 0);
    await until(timers, isDone, 'both tabs have nothing pending');
    expect(server.bodies).toEqual(['One', 'Two', 'Three']);
    expect(server.mostAtOnce).toBe(1);
    tabs.forEach((tab) => tab.close());
  });
});

describe('a room', () => {
  it('gives the same view until something changes, and tells many changes at once', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer();
    const { room } = openTab(server, timers, memoryOutbox());
    await until(timers, () => room.getView().status === 'live', 'the room is live');
    const before = room.getView();
    let notified = 0;
    room.subscribe(() => (notified += 1));
    server.send('record.head', { room: 'plenary', epoch: 1, head: 0 });
    server.send('record.head', { room: 'another', epoch: 1, head: 9 });
    await settle();
    expect([room.getView() === before, notified]).toEqual([true, 0]);
    for (const body of ['a', 'b', 'c']) server.deliver([server.room.post(body, 'temir')]);
    await settle();
    expect([room.getView().record?.timeline, notified]).toEqual([[1, 2, 3], 1]);
    expect(room.getView().presence).toBe(before.presence);
  });

  it('forgets who types when nothing more is heard, or their message comes', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer();
    const { room } = openTab(server, timers, memoryOutbox());
    await until(timers, () => room.getView().status === 'live', 'the room is live');
    for (const participant of ['temir', 'gulnara', 'ainura'])
      server.send('presence.typed', { room: 'plenary', participant, on: true });
    expect(room.getView().typing).toEqual(['temir', 'gulnara']);
    server.deliver([server.room.post('Here it is', 'temir')]);
    expect(room.getView().typing).toEqual(['gulnara']);
    timers.advance(7_000);
    expect(room.getView().typing).toEqual([]);
  });

  it('fills what was missed when a batch was lost', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer();
    const { room } = openTab(server, timers, memoryOutbox());
    await until(timers, () => room.getView().status === 'live', 'the room is live');
    server.room.post('never delivered', 'temir');
    server.deliver([server.room.post('delivered', 'temir')]);
    expect(room.getView().status).toBe('behind');
    await settle();
    expect([room.getView().status, room.getView().record?.timeline]).toEqual(['live', [1, 2]]);
  });

  it('loads older places into its gaps', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer(undefined, 10);
    for (let n = 1; n <= 35; n++) server.room.post(`Message ${String(n)}`, 'temir');
    const { room } = openTab(server, timers, memoryOutbox());
    await until(timers, () => room.getView().status === 'live', 'the room is live');
    expect(room.getView().record?.gaps).toEqual([{ from: 1, to: 25 }]);
    expect(await Promise.all([room.loadBefore(undefined, 20), room.loadBefore(undefined, 20)])).toEqual([
      { ok: true, loaded: 20 },
      { ok: true, loaded: 20 },
    ]);
    expect(room.getView().record?.gaps).toEqual([{ from: 1, to: 5 }]);
    expect(await room.loadAround(20)).toEqual({ ok: true, loaded: 0 });
    await room.loadBefore(6, 100);
    expect([room.getView().record?.gaps, room.getView().record?.timeline.length]).toEqual([[], 35]);
  });

  it('takes everything off the page and the device when the person was removed', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer(() => 'busy');
    const outbox = memoryOutbox();
    const { room, connection } = openTab(server, timers, outbox);
    const { done } = room.post({ body: 'Unsent' });
    await until(timers, () => room.getView().record !== null, 'the room is live');
    server.send('connection.closing', { code: 'removed', message: 'You were removed.' });
    server.cut();
    await settle();
    expect(room.getView()).toMatchObject({
      status: 'refused',
      record: null,
      pending: [],
      refusal: { code: 'participant_removed' },
    });
    expect(connection.getState()).toMatchObject({ name: 'ended', reason: 'removed' });
    expect(await done).toMatchObject({ ok: false, error: { code: 'participant_removed' } });
    expect(await outbox.load({ person: 'ainura', room: 'plenary' })).toEqual([]);
  });

  it('keeps unsent words on the device when only the sign-in ended', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer(() => 'busy');
    const outbox = memoryOutbox();
    const { room } = openTab(server, timers, outbox);
    room.post({ body: 'Unsent' });
    await until(timers, () => room.getView().record !== null, 'the room is live');
    server.send('connection.closing', { code: 'login_ended', message: 'Enter again.' });
    server.cut();
    await settle();
    expect(room.getView()).toMatchObject({
      status: 'refused',
      record: null,
      refusal: { code: 'unauthenticated' },
    });
    expect(await outbox.load({ person: 'ainura', room: 'plenary' })).toHaveLength(1);
  });

  it('gives up an act on the floor that cannot be done now', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer();
    server.reachable = false;
    const { room } = openTab(server, timers, memoryOutbox());
    let result: unknown = null;
    void room.requestFloor().done.then((settled) => (result = settled));
    await until(timers, () => result !== null, 'the act is given up');
    expect(result).toMatchObject({ ok: false, error: { code: 'unavailable', retry: true } });
    expect(room.getView().pending).toEqual([]);
  });
});
