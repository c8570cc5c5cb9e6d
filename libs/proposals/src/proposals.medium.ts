import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DecisionView,
  Entry,
  PositionView,
  ProposalChanged,
  ProposalView,
  RoomSnapshot,
} from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { idOf, mark, ProposalsRoom } from '../../../test/support/proposals-room.js';
import { ProposalReader } from './proposal-reader.js';

describe('proposals', () => {
  let room: ProposalsRoom;
  beforeAll(async () => {
    room = await ProposalsRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });

  /** Acts, and checks that the old snapshot and the facts give the fresh one. */
  async function act(work: () => Promise<unknown>): Promise<void> {
    const before = (await room.here.snapshot(room.at.room)).proposals;
    const { length } = await room.entries();
    await work();
    const facts = (await room.entries()).slice(length);
    expect(facts.length).toBeGreaterThan(0);
    expect((await room.here.snapshot(room.at.room)).proposals).toEqual(facts.reduce(reduce, before));
  }

  function change(proposal: string, version: number, over: object, node = room.here) {
    return room.service(node).change(room.rapporteur, room.intent({ proposal, version, ...over }));
  }

  function position(proposal: string, participant: string, value: number): Promise<number> {
    const taken = { participant, value, reason: 'if paid for', at: '2026-03-02T10:00:00.000Z' };
    return room.record({ type: 'proposals.positioned', data: { proposal, position: taken } });
  }

  async function decide(proposal: string | null, result: DecisionView['result']): Promise<number> {
    const seq = (await room.entries()).length + 1;
    const at = '2026-03-02T10:00:00.000Z';
    const decision = { id: newId(), proposal, text: 'RESOLVED: so', result, decidedBy: null, at, seq };
    return room.record({ type: 'proposals.decided', data: { decision } });
  }

  it('changes what a snapshot shows by nothing but its facts', async () => {
    const seq = await room.say();
    await act(() => room.capture([mark(seq, 'publish flow data')], { title: 'Flow data' }));
    await act(() => room.capture([mark(seq, 'pay for the gauges'), mark(seq, 'monthly')]));
    const [data, gauges] = (await room.list()) as [ProposalView, ProposalView];
    await act(() => change(data.id, 1, { focusArea: 'Water', responsible: 'Both', timeline: 'Spring' }));
    await act(() => position(data.id, idOf(room.guest), 1));
    await act(() => position(data.id, idOf(room.expert), 0.5));
    await act(() => position(data.id, idOf(room.guest), -1));
    await act(() => change(data.id, 2, { text: 'Monthly.', timeline: null }));
    await act(() => decide(data.id, 'not_decided'));
    await act(() => decide(data.id, 'adopted'));
    await act(() => decide(null, 'rejected'));
    await act(() =>
      room.service().withdraw(room.rapporteur, room.intent({ proposal: gauges.id, reason: 'a double' })),
    );
    expect((await room.list()).map(({ number, state, version }) => [number, state, version])).toEqual([
      [1, 'adopted', 3],
      [2, 'withdrawn', 2],
    ]);
    expect((await room.entries()).at(-1)).toMatchObject({ data: { reason: 'a double' } });
  });

  it('accepts one of two changes made at once on the same version and shows the other what it is now', async () => {
    await room.capture([mark(await room.say(), 'flow data')]);
    const { id } = await room.newest();
    const outcomes = await Promise.allSettled([
      change(id, 1, { title: 'Mine' }, room.here),
      change(id, 1, { title: 'Yours' }, room.there),
    ]);
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    const data = { version: 2, proposal: await room.newest() };
    expect(refused).toEqual([expect.objectContaining({ code: 'stale_version', data })]);
  });

  it('never touches what was withdrawn, and never uses its number again', async () => {
    const seq = await room.say();
    await room.capture([mark(seq, 'flow data')]);
    const { id } = await room.newest();
    const withdraw = () => room.service().withdraw(room.rapporteur, room.intent({ proposal: id }));
    await withdraw();
    await expect(withdraw()).rejects.toEqual(code('proposal_move'));
    await expect(change(id, 2, { title: 'x' })).rejects.toEqual(code('proposal_state'));
    await room.capture([mark(seq, 'flow data')]);
    expect((await room.list()).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('finds a proposal by its number in its own room only', async () => {
    await room.capture([mark(await room.say(), 'flow data')]);
    const captured = await room.newest();
    const find = (number: number) => {
      const reader = room.here.app.get(ProposalReader);
      return reader.readOne(room.here.dataSource.manager, room.at.room, { number }, 'member');
    };
    expect(await find(1)).toEqual(captured);
    expect(await find(2)).toBeNull();
    await room.renew();
    expect(await find(1)).toBeNull();
    await expect(change(captured.id, 1, { title: 'x' })).rejects.toEqual(code('not_found'));
  });
});

/** What a client does with a fact: replace by id, or put the part where it belongs. */
function reduce(state: RoomSnapshot['proposals'], entry: Entry): RoomSnapshot['proposals'] {
  if (entry.type === 'proposals.positioned') {
    const { proposal, position } = entry.data;
    const change = (one: ProposalView) => ({ positions: place(one.positions, position) });
    return { ...state, proposals: patch(state.proposals, proposal, change) };
  }
  if (entry.type === 'proposals.decided') {
    const { decision } = entry.data;
    return {
      proposals: patch(state.proposals, decision.proposal, () => ({ state: decision.result, decision })),
      decisions: replace(state.decisions, decision, (a, b) => a.seq - b.seq),
    };
  }
  const { proposal } = entry.data as ProposalChanged;
  return { ...state, proposals: replace(state.proposals, proposal, (a, b) => a.number - b.number) };
}

function replace<T extends { id: string }>(all: T[], one: T, order: (a: T, b: T) => number): T[] {
  return [...all.filter(({ id }) => id !== one.id), one].sort(order);
}

function patch(
  all: ProposalView[],
  id: string | null,
  change: (one: ProposalView) => Partial<ProposalView>,
): ProposalView[] {
  return all.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
}

function place(positions: PositionView[], position: PositionView): PositionView[] {
  const others = positions.filter(({ participant }) => participant !== position.participant);
  return [...others, position].sort((a, b) => (a.participant < b.participant ? -1 : 1));
}
