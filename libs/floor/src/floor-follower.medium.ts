import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Entry, FloorRequestView, FloorState, RoomSnapshot } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { RecordFeatures, RecordRepository, RecordService, type Draft } from '@roundtable/record';
import { openDesk } from '../../../test/support/meetings-desk.js';
import { reduceFloor, type FloorFact } from '../../client/src/reduce-floor.js';

const { close, node, database, secretary, createMeeting, addPerson, invitationOf, act } = await openDesk();
afterAll(close);

describe('the floor of a meeting', () => {
  let meeting: string;
  let room: string;
  let speaker: FloorRequestView;
  let next: FloorRequestView;

  beforeEach(async () => {
    ({ id: meeting, plenary: room } = (await createMeeting()).meeting);
    await act(secretary, meeting, 'open');
    speaker = await seat('speaking', 1);
    next = await seat('waiting', 2);
  });

  /** Puts a new person on the list, as an import would. */
  async function seat(state: FloorState, order: number): Promise<FloorRequestView> {
    const { id: participant } = await addPerson(meeting);
    const at = new Date().toISOString();
    const grantedAt = state === 'waiting' ? null : at;
    const times = { requestedAt: at, grantedAt, endedAt: null };
    const request = {
      id: newId(),
      participant,
      kind: 'statement',
      note: null,
      state,
      order,
      ...times,
    } as const;
    const draft: Draft = { type: 'floor.granted', actor: participant, data: { request } };
    const decide = () => Promise.resolve([draft]);
    const command = { room, caller: null, clientId: null, intent: 'import', payload: {}, decide } as const;
    await node.app.get(RecordService).append({ ...command, permission: 'imports.create' });
    return request;
  }

  async function floor(): Promise<RoomSnapshot['floor']> {
    const feature = node.app.get(RecordFeatures).of('floor.ended');
    const part = await feature.snapshot?.(database.dataSource.manager, room, 'staff');
    return part?.floor ?? { requests: [] };
  }

  const entries = (): Promise<Entry[]> =>
    node.app.get(RecordRepository).readRange(database.dataSource.manager, room, { from: 1, to: 10_000 });

  /** Acts, checks that a client which follows the facts shows what a fresh one is told, and gives the facts. */
  async function factsOf(work: () => Promise<{ code: string | undefined }>): Promise<Entry[]> {
    const [before, { length }] = [await floor(), await entries()];
    expect((await work()).code).toBeUndefined();
    const facts = (await entries()).slice(length);
    const floorFacts = facts.filter(({ type }) => type.startsWith('floor.')) as Entry<FloorFact>[];
    expect(floorFacts.reduce(reduceFloor, before)).toEqual(await floor());
    return facts;
  }

  it('is taken back when the meeting closes, and who waits stays on the list', async () => {
    const [ended, closed, ...others] = await factsOf(() => act(secretary, meeting, 'close'));
    expect([ended?.type, closed?.type, others]).toEqual(['floor.ended', 'meetings.closed', []]);
    expect(ended?.data).toEqual({ request: { ...speaker, state: 'done', endedAt: ended?.at } });
    expect(ended?.actor).toBe(closed?.actor);
    expect((await floor()).requests).toEqual([next]);
  });

  it('stays with its speaker while the meeting is suspended, and is taken back where that is closed', async () => {
    expect((await factsOf(() => act(secretary, meeting, 'suspend'))).map(({ type }) => type)).toEqual([
      'meetings.suspended',
    ]);
    expect((await floor()).requests).toEqual([speaker, next]);
    expect((await factsOf(() => act(secretary, meeting, 'close'))).map(({ type }) => type)).toEqual([
      'floor.ended',
      'meetings.closed',
    ]);
  });

  it('loses with a person who is removed what they asked for, and gives it to nobody for that', async () => {
    const path = `/meetings/${meeting}/participants/${next.participant}`;
    const facts = await factsOf(() => secretary.delete(path, { clientId: newId() }));
    expect(facts.map(({ type }) => type)).toEqual(['meetings.participant_removed', 'floor.withdrawn']);
    expect(facts[1]?.data).toEqual({ request: { ...next, state: 'removed', endedAt: facts[1]?.at } });
    expect((await floor()).requests).toEqual([speaker]);
  });

  it('is taken back from whoever may only watch from now on', async () => {
    const path = `/meetings/${meeting}/participants/${speaker.participant}`;
    const changed = { clientId: newId(), name: 'Aigul Temirova', roles: ['observer'] };
    const facts = await factsOf(() => secretary.put(path, changed));
    expect(facts.map(({ type }) => type)).toEqual(['meetings.participant_changed', 'floor.ended']);
    expect((await floor()).requests).toEqual([next]);
  });

  it('stays with whoever gets another role that may speak', async () => {
    const path = `/meetings/${meeting}/participants/${speaker.participant}`;
    const changed = { clientId: newId(), name: 'Aigul Temirova', roles: ['rapporteur'] };
    await factsOf(() => secretary.put(path, changed));
    expect((await floor()).requests).toEqual([speaker, next]);
  });

  it('is taken back from those whom a list makes observers', async () => {
    const { email } = await invitationOf(meeting, speaker.participant);
    const list = Buffer.from(`name,email,roles\nAigul Temirova,${email},observer\n`);
    const path = `/meetings/${meeting}/participants/import`;
    const facts = await factsOf(() => secretary.upload(path, list, { clientId: newId() }));
    expect(facts.map(({ type }) => type)).toEqual(['meetings.participant_changed', 'floor.ended']);
  });

  it('is taken back once where closing is asked for twice', async () => {
    const body = { clientId: newId() };
    for (let time = 0; time < 2; time++)
      expect((await secretary.post(`/meetings/${meeting}/close`, body)).status).toBe(200);
    expect((await entries()).filter(({ type }) => type === 'floor.ended')).toHaveLength(1);
  });
});
