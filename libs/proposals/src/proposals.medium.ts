import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type {
  Audience,
  DecisionView,
  Entry,
  MarkedWords,
  PositionView,
  ProposalView,
  RoomSnapshot,
} from '@roundtable/contracts';
import { MeetingsModule, MeetingsRepository, ParticipantEntity } from '@roundtable/meetings';
import { newId, type Member } from '@roundtable/platform';
import { RecordFeatures } from '@roundtable/record';
import { Attendance, FeatureNode, type TestRoom } from '../../../test/support/feature-node.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  DecisionEntity,
  hashWords,
  PositionEntity,
  ProposalEntity,
  ProposalReader,
  ProposalsModule,
  ProposalsService,
  SourceEntity,
} from './index.js';

@Module({ providers: [MeetingsRepository], exports: [MeetingsRepository] })
class PeopleOnly {}

const TEXT = 'We propose 🌊 to publish flow data monthly, and to pay for the gauges together.';

describe('proposals', () => {
  const attendance = new Attendance();
  const delegation = newId();
  let database: { url: string; drop(): Promise<void> };
  let here: FeatureNode;
  let there: FeatureNode;
  let at: TestRoom;
  let [rapporteur, expert, guest]: Member[] = [];

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    const parts = {
      attendance,
      modules: [ProposalsModule],
      entities: [ProposalEntity, SourceEntity, PositionEntity, DecisionEntity, ParticipantEntity],
      replace: [[MeetingsModule, PeopleOnly]] as [typeof MeetingsModule, typeof PeopleOnly][],
    };
    here = await FeatureNode.start(database.url, parts);
    there = await FeatureNode.start(database.url, parts);
    for (const node of [here, there]) node.app.get(RecordFeatures).register(talk);
  });
  beforeEach(async () => {
    at = await here.createRoom();
    rapporteur = await here.add(at, 'rapporteur');
    expert = await here.add(at, 'expert', delegation);
    guest = await here.add(at, 'observer');
  });
  afterAll(async () => {
    await here.close();
    await there.close();
    await database.drop();
  });

  /** Stands in for the discussion, whose facts are all that is needed of it: it withholds what was said to staff only. */
  const talk = {
    name: 'discussion',
    project: () => Promise.resolve(),
    present: (entry: Entry, audience: Audience) => (audience === 'observer' ? null : entry),
  };
  const intent = <T extends object>(over: T) => ({ v: 1, room: at.room, clientId: newId(), ...over });
  const proposals = (node = here) => node.app.get(ProposalsService);
  const idOf = (member?: Member) => member!.membership.participantId;
  const code = (expected: string) => expect.objectContaining({ code: expected });
  const list = async () => (await here.snapshot(at.room)).proposals.proposals;
  const newest = async () => (await list()).at(-1) as ProposalView;

  async function say(body = TEXT, who = expert): Promise<number> {
    await here.appendAsSystem(at.room, [
      {
        type: 'discussion.posted',
        actor: idOf(who),
        data: { body, replyTo: null, quote: null, mentions: [], language: null },
      },
    ]);
    return (await here.entries(at.room)).length;
  }
  async function edit(target: number, body: string): Promise<number> {
    await here.appendAsSystem(at.room, [
      { type: 'discussion.edited', actor: idOf(expert), target, data: { body, mentions: [], version: 2 } },
    ]);
    return (await here.entries(at.room)).length;
  }
  function mark(seq: number, words: string, text = TEXT): MarkedWords {
    const from = text.indexOf(words);
    return { seq, from, to: from + words.length, words };
  }
  const capture = (sources: MarkedWords[], over: object = {}, node = here) =>
    proposals(node).capture(rapporteur!, intent({ sources, ...over }));

  /** What a client does with a fact: replace by id, or put the part where it belongs. */
  function reduce(state: RoomSnapshot['proposals'], entry: Entry): RoomSnapshot['proposals'] {
    switch (entry.type) {
      case 'proposals.captured':
      case 'proposals.changed':
      case 'proposals.withdrawn':
        return {
          ...state,
          proposals: replace(state.proposals, entry.data.proposal, (a, b) => a.number - b.number),
        };
      case 'proposals.positioned': {
        const { proposal, position } = entry.data;
        return {
          ...state,
          proposals: patch(state.proposals, proposal, (it) => ({ positions: place(it.positions, position) })),
        };
      }
      case 'proposals.decided': {
        const { decision } = entry.data;
        return {
          proposals: patch(state.proposals, decision.proposal, () => ({ state: decision.result, decision })),
          decisions: replace(state.decisions, decision, (a, b) => a.seq - b.seq),
        };
      }
      default:
        return state;
    }
  }

  /** Acts, and checks that the old snapshot and the facts give the fresh one. */
  async function act(work: () => Promise<unknown>): Promise<Entry[]> {
    const before = (await here.snapshot(at.room)).proposals;
    const { length } = await here.entries(at.room);
    await work();
    const facts = (await here.entries(at.room)).slice(length);
    expect(facts.length).toBeGreaterThan(0);
    expect((await here.snapshot(at.room)).proposals).toEqual(facts.reduce(reduce, before));
    return facts;
  }

  it('fixes words, place, speaker, delegation and time of every passage', async () => {
    const first = await say();
    await here.appendAsSystem(at.room, [
      {
        type: 'discussion.stated',
        actor: idOf(rapporteur),
        data: { speaker: idOf(guest), body: 'The gauges are old.', language: 'en' },
      },
    ]);
    await act(() =>
      capture([
        mark(first, '🌊 to publish flow data monthly'),
        mark(2, 'gauges are old', 'The gauges are old.'),
      ]),
    );
    const entries = await here.entries(at.room);
    expect(await newest()).toMatchObject({
      number: 1,
      title: '🌊 to publish flow data monthly gauges are old',
      text: '🌊 to publish flow data monthly\n\ngauges are old',
      state: 'captured',
      version: 1,
      capturedBy: idOf(rapporteur),
      capturedAt: entries[2]!.at,
      sources: [
        {
          room: at.room,
          seq: 1,
          textSeq: 1,
          from: 11,
          to: 42,
          sha256: hashWords('🌊 to publish flow data monthly'),
          words: '🌊 to publish flow data monthly',
          speaker: idOf(expert),
          delegation,
          at: entries[0]!.at,
        },
        { seq: 2, words: 'gauges are old', speaker: idOf(guest), delegation: null, at: entries[1]!.at },
      ],
    });
  });

  it('changes what a snapshot shows by nothing but its facts', async () => {
    const seq = await say();
    await act(() => capture([mark(seq, 'publish flow data')], { title: 'Flow data' }));
    await act(() => capture([mark(seq, 'pay for the gauges')]));
    const [data, gauges] = (await list()) as [ProposalView, ProposalView];
    const change = {
      proposal: data.id,
      version: 1,
      focusArea: 'Water',
      responsible: 'Both institutes',
      timeline: 'Spring',
    };
    await act(() => proposals().change(rapporteur!, intent(change)));
    const position = { participant: idOf(expert), value: 0.5, reason: 'if paid for', at: data.capturedAt };
    await act(() => system({ type: 'proposals.positioned', data: { proposal: data.id, position } }));
    await act(() =>
      system({
        type: 'proposals.positioned',
        data: { proposal: data.id, position: { ...position, value: -1, reason: null } },
      }),
    );
    const before = { ...position, participant: idOf(guest), value: 1 };
    await act(() => system({ type: 'proposals.positioned', data: { proposal: data.id, position: before } }));
    await act(() =>
      proposals().change(rapporteur!, intent({ proposal: data.id, version: 2, text: 'Monthly.' })),
    );
    await act(async () =>
      system({ type: 'proposals.decided', data: { decision: await decision(data.id, 'adopted') } }),
    );
    await act(async () =>
      system({ type: 'proposals.decided', data: { decision: await decision(null, 'not_decided') } }),
    );
    await act(() => proposals().withdraw(rapporteur!, intent({ proposal: gauges.id, reason: 'a double' })));
    expect((await list()).map(({ number, state, version }) => [number, state, version])).toEqual([
      [1, 'adopted', 3],
      [2, 'withdrawn', 2],
    ]);
    expect((await here.entries(at.room)).at(-1)).toMatchObject({
      type: 'proposals.withdrawn',
      data: { reason: 'a double' },
    });
  });

  it('gives two captures made at once from two nodes different numbers', async () => {
    const seq = await say();
    const nodes = Array.from({ length: 10 }, (_, index) => (index % 2 ? here : there));
    await Promise.all(nodes.map((node) => capture([mark(seq, 'flow data')], {}, node)));
    expect((await list()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('accepts one of two changes made at once on the same version and shows the other what it is now', async () => {
    const seq = await say();
    await capture([mark(seq, 'flow data')]);
    const { id: proposal } = await newest();
    const outcomes = await Promise.allSettled([
      proposals(here).change(rapporteur!, intent({ proposal, version: 1, title: 'Mine' })),
      proposals(there).change(rapporteur!, intent({ proposal, version: 1, title: 'Yours' })),
    ]);
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(refused).toEqual([
      expect.objectContaining({ code: 'stale_version', data: { version: 2, proposal: await newest() } }),
    ]);
  });

  it('refuses words that are not there, and keeps nothing', async () => {
    const seq = await say();
    const wrong = { ...mark(seq, 'flow data'), words: 'Flow data' };
    await expect(capture([mark(seq, 'monthly'), wrong])).rejects.toMatchObject({
      code: 'words_mismatch',
      data: { seq },
    });
    await expect(capture([{ ...mark(seq, 'monthly'), seq: 2 }])).rejects.toMatchObject({
      code: 'target_missing',
      data: { seq: 2 },
    });
    expect(await list()).toEqual([]);
    expect(await here.entries(at.room)).toHaveLength(1);
  });

  it('captures from the newest text and says where that stands', async () => {
    const seq = await say('old words');
    const textSeq = await edit(seq, 'new words');
    await expect(capture([mark(seq, 'old', 'old words')])).rejects.toEqual(code('words_mismatch'));
    await capture([mark(seq, 'new', 'new words')]);
    expect(await newest()).toMatchObject({ sources: [{ seq, textSeq, words: 'new' }] });
  });

  it('keeps the words as they stood when the message is edited or withdrawn afterwards', async () => {
    const seq = await say();
    await capture([mark(seq, 'flow data')]);
    const before = await newest();
    await edit(seq, 'Something else.');
    expect(await newest()).toEqual(before);
    await here.appendAsSystem(at.room, [
      { type: 'discussion.withdrawn', actor: idOf(expert), target: seq, data: { reason: null } },
    ]);
    expect(await newest()).toEqual(before);
    await expect(capture([mark(seq, 'Something', 'Something else.')])).rejects.toEqual(
      code('target_withdrawn'),
    );
  });

  it('keeps the delegation for which somebody spoke when they change it afterwards', async () => {
    const seq = await say();
    await capture([mark(seq, 'flow data')]);
    await here.dataSource.query('UPDATE meetings_participants SET delegation_id = NULL WHERE id = $1', [
      idOf(expert),
    ]);
    expect(await newest()).toMatchObject({ sources: [{ delegation }] });
  });

  it('shows no words once the text that held them was removed', async () => {
    const seq = await say();
    await capture([mark(seq, 'flow data')]);
    const removed = { replyTo: null, quote: null, mentions: [], language: null, body: '' };
    await here.dataSource.query('UPDATE record_entries SET data = $2 WHERE room_id = $1 AND seq = 1', [
      at.room,
      removed,
    ]);
    expect(await newest()).toMatchObject({ sources: [{ words: null, sha256: hashWords('flow data') }] });
  });

  it('shows neither words nor names of an entry withheld from the reader', async () => {
    const seq = await say();
    await capture([mark(seq, 'flow data')]);
    const shown = (await here.snapshot(at.room, 'observer')).proposals.proposals;
    expect(shown).toMatchObject([{ number: 1, sources: [{ words: null, speaker: null, delegation: null }] }]);
    expect((await here.snapshot(at.room, 'public')).proposals).toEqual({ proposals: [], decisions: [] });
  });

  it('finds a proposal by its number in its own room only', async () => {
    const seq = await say();
    await capture([mark(seq, 'flow data')]);
    const reader = here.app.get(ProposalReader);
    const { manager } = here.dataSource;
    expect(await reader.readOne(manager, at.room, { number: 1 }, 'member')).toEqual(await newest());
    expect(await reader.readOne(manager, at.room, { number: 2 }, 'member')).toBeNull();
    const { id: proposal } = await newest();
    at = await here.createRoom();
    const secretary = await here.add(at, 'secretary');
    expect(await reader.readOne(manager, at.room, { number: 1 }, 'member')).toBeNull();
    await expect(proposals().change(secretary, intent({ proposal, version: 1, title: 'x' }))).rejects.toEqual(
      code('not_found'),
    );
    await expect(proposals().withdraw(secretary, intent({ proposal }))).rejects.toEqual(code('not_found'));
  });

  it('lets only staff capture, also after the meeting was closed, but not once it is published', async () => {
    const seq = await say();
    const sources = [mark(seq, 'flow data')];
    await expect(proposals().capture(expert!, intent({ sources }))).rejects.toEqual(code('forbidden'));
    attendance.setState(at, 'closed');
    await expect(capture(sources)).resolves.toBeDefined();
    attendance.setState(at, 'published');
    await expect(capture(sources)).rejects.toEqual(code('room_closed'));
  });

  it('makes one proposal of a capture sent twice', async () => {
    const seq = await say();
    const captured = intent({ sources: [mark(seq, 'flow data')] });
    const first = await proposals(here).capture(rapporteur!, captured);
    await expect(proposals(there).capture(rapporteur!, captured)).resolves.toEqual({
      ...first,
      duplicate: true,
    });
    expect(await list()).toHaveLength(1);
  });

  it('never uses the number of a withdrawn proposal again', async () => {
    const seq = await say();
    await capture([mark(seq, 'flow data')]);
    await proposals().withdraw(rapporteur!, intent({ proposal: (await newest()).id }));
    await capture([mark(seq, 'flow data')]);
    expect((await list()).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('refuses marked words that are longer together than a proposal may be', async () => {
    const body = 'x'.repeat(10_000);
    const seq = await say(body);
    const sources = Array.from({ length: 6 }, () => mark(seq, body, body));
    await expect(capture(sources)).rejects.toMatchObject({ code: 'invalid', data: { field: 'text' } });
    await expect(capture(sources, { text: 'Short.' })).resolves.toBeDefined();
  });

  const system = (draft: Parameters<FeatureNode['appendAsSystem']>[1][number]) =>
    here.appendAsSystem(at.room, [draft]);

  async function decision(proposal: string | null, result: DecisionView['result']): Promise<DecisionView> {
    const { length } = await here.entries(at.room);
    const when = '2026-03-02T10:00:00.000Z';
    return {
      id: newId(),
      proposal,
      text: 'RESOLVED: so',
      result,
      decidedBy: null,
      at: when,
      seq: length + 1,
    };
  }
});

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
