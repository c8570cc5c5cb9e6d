import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '@roundtable/contracts';
import { memoryDocuments } from './documents/document-store.js';
import { memoryOutbox } from './outbox.js';
import { openTab, until } from './testing/opened-room.js';
import { SimulatedServer } from './testing/simulated-server.js';
import { settle, VirtualTimers } from './testing/virtual-timers.js';

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

  describe('whose line is down meanwhile', () => {
    const scope = { person: 'ainura', room: 'plenary' };

    /** Words that were said and changes to a document that is not open, both unsent. */
    async function holdUnsent() {
      const timers = new VirtualTimers();
      const server = new SimulatedServer(() => 'busy');
      const [outbox, documents] = [memoryOutbox(), memoryDocuments()];
      await documents.put({ ...scope, proposal: 'gauge', clientId: 'c', update: 'AAA=' });
      const { room, connection } = openTab(server, timers, outbox, { documents });
      room.post({ body: 'Unsent' });
      const kept = async (): Promise<number[]> => [
        (await outbox.load(scope)).length,
        (await documents.load({ ...scope, proposal: 'gauge' })).length,
      ];
      const untilRefused = (): Promise<void> =>
        until(timers, () => room.getView().status === 'refused', 'the room is refused');
      return { timers, server, room, connection, kept, untilRefused };
    }

    it.each<[ErrorCode, object]>([
      ['link_revoked', { erased: true, kept: [0, 0] }],
      ['participant_removed', { erased: true, kept: [0, 0] }],
      ['unauthenticated', { erased: false, kept: [1, 1] }],
    ])('takes its record off the page when the next is refused as %s', async (code, expected) => {
      const { timers, server, room, connection, kept, untilRefused } = await holdUnsent();
      await until(timers, () => room.getView().record !== null, 'the room is live');
      server.refusal = { code, message: 'Why.' };
      server.cut();
      await untilRefused();
      await settle();
      const { record, refusal, erased } = room.getView();
      expect([record, refusal]).toEqual([null, { code, message: 'Why.' }]);
      expect(connection.getState().name).toBe('ended');
      expect({ erased, kept: await kept() }).toEqual(expected);
    });

    it('goes on showing its record when only the page is too old for the server', async () => {
      const { timers, server, room, connection } = await holdUnsent();
      await until(timers, () => room.getView().record !== null, 'the room is live');
      server.refusal = { code: 'protocol_version', message: 'Reload.' };
      server.cut();
      await until(timers, () => connection.getState().name === 'ended', 'the line has ended');
      expect(room.getView()).toMatchObject({ refusal: null, erased: false, record: { head: 0 } });
    });

    it('erases what is kept of it when it is not found any more', async () => {
      const { timers, server, room, kept, untilRefused } = await holdUnsent();
      await until(timers, () => room.getView().record !== null, 'the room is live');
      server.syncRefusal = { code: 'not_found', message: 'Nothing here.' };
      server.cut();
      await untilRefused();
      await settle();
      expect([room.getView().erased, await kept()]).toEqual([true, [0, 0]]);
    });
  });

  it('takes nothing from the device where it was never found', async () => {
    const timers = new VirtualTimers();
    const server = new SimulatedServer();
    server.syncRefusal = { code: 'not_found', message: 'Nothing here.' };
    const outbox = memoryOutbox();
    const { room } = openTab(server, timers, outbox);
    room.post({ body: 'Unsent' });
    await until(timers, () => room.getView().status === 'refused', 'the room is refused');
    expect(room.getView().erased).toBe(false);
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
