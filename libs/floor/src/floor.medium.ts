import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Entry, FloorRequestView, RoomSnapshot } from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import { Attendance, FeatureNode, type TestRoom } from '../../../test/support/feature-node.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import { FloorModule, FloorRequestEntity, FloorService } from './index.js';
import { inOrder } from './speaker-queue.js';

describe('the floor', () => {
  const attendance = new Attendance();
  let database: { url: string; drop(): Promise<void> };
  let here: FeatureNode;
  let there: FeatureNode;
  let at: TestRoom;
  let chair: Member;
  let [aibek, dilnoza]: Member[] = [];

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    const parts = { attendance, modules: [FloorModule], entities: [FloorRequestEntity] };
    here = await FeatureNode.start(database.url, parts);
    there = await FeatureNode.start(database.url, parts);
  });
  beforeEach(async () => {
    at = await here.createRoom();
    chair = await here.add(at, 'chair');
    aibek = await here.add(at, 'expert');
    dilnoza = await here.add(at, 'expert');
  });
  afterAll(async () => {
    await here.close();
    await there.close();
    await database.drop();
  });

  const intent = <T extends object>(over?: T) => ({ v: 1, room: at.room, clientId: newId(), ...(over as T) });
  const floor = (node = here) => node.app.get(FloorService);
  const raise = (who: Member, note?: string) => floor().request(who, intent({ note }));
  const requests = async () => (await here.snapshot(at.room)).floor.requests;
  const requestOf = async (who: Member) =>
    (await requests()).find(
      ({ participant }) => participant === who.membership.participantId,
    ) as FloorRequestView;
  const code = (expected: string) => expect.objectContaining({ code: expected });

  /** What a client does with a fact: replace by id, forget what is over. */
  function reduce(snapshot: RoomSnapshot['floor'], entry: Entry): RoomSnapshot['floor'] {
    const { request } = entry.data as { request: FloorRequestView };
    const others = snapshot.requests.filter(({ id }) => id !== request.id);
    const isActive = ['waiting', 'speaking', 'paused'].includes(request.state);
    return { requests: inOrder(isActive ? [...others, request] : others) };
  }

  /** Acts, and checks that the old snapshot and the facts give the fresh one. */
  async function act(work: () => Promise<{ seq: number }>): Promise<Entry[]> {
    const before = (await here.snapshot(at.room)).floor;
    const { length } = await here.entries(at.room);
    await work();
    const facts = (await here.entries(at.room)).slice(length);
    expect(facts.length).toBeGreaterThan(0);
    expect((await here.snapshot(at.room)).floor).toEqual(facts.reduce(reduce, before));
    return facts;
  }

  it('changes what a snapshot shows by nothing but its facts', async () => {
    await act(() => raise(aibek!, 'on the second point'));
    await act(() => raise(dilnoza!));
    const first = await requestOf(aibek!);
    const second = await requestOf(dilnoza!);
    expect(first).toMatchObject({ note: 'on the second point', state: 'waiting', kind: 'statement' });
    await act(() => floor().grant(chair, intent({ request: first.id })));
    const facts = await act(() => floor().grant(chair, intent({ request: second.id })));
    expect(facts.map(({ type, actor }) => [type, actor])).toEqual([
      ['floor.ended', chair.membership.participantId],
      ['floor.granted', chair.membership.participantId],
    ]);
    await act(() => raise(aibek!));
    await act(() => floor().withdraw(aibek!, intent()));
    await act(() => floor().end(chair, intent({ request: second.id })));
    expect(await requests()).toEqual([]);
  });

  it('makes one entry of a hand raised at once from two nodes with two client ids', async () => {
    const outcomes = await Promise.allSettled([
      floor(here).request(aibek!, intent()),
      floor(there).request(aibek!, intent()),
    ]);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toEqual(code('hand_already_raised'));
    expect(await here.entries(at.room)).toHaveLength(1);
    expect(await requests()).toHaveLength(1);
  });

  it('gives the floor to one of two whom two chairs call at once', async () => {
    const moderator = await here.add(at, 'moderator');
    await raise(aibek!);
    const { id: request } = await requestOf(aibek!);
    const outcomes = await Promise.allSettled([
      floor(here).grant(chair, intent({ request })),
      floor(there).grant(moderator, intent({ request })),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.map(({ reason }) => reason as unknown)).toEqual([code('request_state')]);
  });

  it('repeats nothing when the same raised hand is sent again', async () => {
    const raised = intent();
    const first = await floor(here).request(aibek!, raised);
    await expect(floor(there).request(aibek!, raised)).resolves.toEqual({ ...first, duplicate: true });
  });

  it('keeps the order of asking, whoever asks', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => here.add(at, 'expert')));
    await Promise.all(many.map((who, index) => floor(index % 2 ? here : there).request(who, intent())));
    const asked = (await here.entries(at.room)).map(({ actor }) => actor);
    expect((await requests()).map(({ participant }) => participant)).toEqual(asked);
  });

  it('refuses the floor to an observer, its management to an expert and everything when not open', async () => {
    const observer = await here.add(at, 'observer');
    await expect(raise(observer)).rejects.toEqual(code('forbidden'));
    await raise(aibek!);
    const { id: request } = await requestOf(aibek!);
    await expect(floor().grant(dilnoza!, intent({ request }))).rejects.toEqual(code('forbidden'));
    attendance.setState(at, 'suspended');
    await expect(raise(dilnoza!)).rejects.toEqual(code('meeting_not_open'));
    attendance.setState(at, 'closed');
    await expect(floor().grant(chair, intent({ request }))).rejects.toEqual(code('room_closed'));
    expect(await here.entries(at.room)).toHaveLength(1);
  });

  it('knows no request of another room', async () => {
    await raise(aibek!);
    const { id: request } = await requestOf(aibek!);
    at = await here.createRoom();
    const otherChair = await here.add(at, 'chair');
    await expect(floor().grant(otherChair, intent({ request }))).rejects.toEqual(code('not_found'));
  });

  it('says what became of a request that is over', async () => {
    await raise(aibek!);
    const { id: request } = await requestOf(aibek!);
    await floor().withdraw(aibek!, intent());
    await expect(floor().grant(chair, intent({ request }))).rejects.toMatchObject({
      code: 'request_state',
      data: { state: 'withdrawn' },
    });
    await expect(floor().withdraw(aibek!, intent())).rejects.toEqual(code('hand_not_raised'));
  });

  it('shows nothing of the list to the public', async () => {
    await raise(aibek!);
    expect((await here.snapshot(at.room, 'public')).floor.requests).toEqual([]);
  });
});
