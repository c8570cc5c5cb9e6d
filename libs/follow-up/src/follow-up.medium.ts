import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  Entry,
  FollowUpUpdate,
  FollowUpView,
  ReportOnFollowUp,
  RoomSnapshot,
} from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import { reduceFollowUp, type FollowUpFact } from '../../client/src/reduce-follow-up.js';
import { FollowUpRoom } from '../../../test/support/follow-up-room.js';
import { eventually } from '../../../test/support/live-client.js';
import { FollowUpRepository } from './follow-up.repository.js';

const DAY = 24 * 60 * 60 * 1000;

describe('a follow-up', () => {
  let room: FollowUpRoom;
  beforeAll(async () => {
    room = await FollowUpRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });
  const followUps = async () => (await room.here.snapshot(room.at.room)).followUp;
  const first = async () => (await followUps()).followUps[0] as FollowUpView;
  const timeline = async (): Promise<FollowUpUpdate[]> => {
    const { id } = await first();
    const { manager } = room.here.dataSource;
    return room.here.app.get(FollowUpRepository).updates(manager, room.at.room, id);
  };

  /** Old snapshot and the facts of the act together are the fresh snapshot. */
  async function act(work: () => Promise<unknown>): Promise<Entry<FollowUpFact>> {
    const before = await followUps();
    const { length } = await room.here.entries(room.at.room);
    await work();
    const facts = (await room.here.entries(room.at.room)).slice(length) as Entry<FollowUpFact>[];
    expect(facts).toHaveLength(1);
    expect(await followUps()).toEqual(facts.reduce<RoomSnapshot['followUp']>(reduceFollowUp, before));
    return facts[0] as Entry<FollowUpFact>;
  }

  async function report(who: Member, over: Partial<ReportOnFollowUp> = {}) {
    const { id, version } = await first();
    const said = { words: 'The gauge is ordered.', state: 'under_way' as const, progress: 20, proofs: [] };
    return room.reports().report(who, room.intent({ followUp: id, version, ...said, ...over }));
  }

  it('is set up for a proposal that was adopted, once, by secretary or rapporteur', async () => {
    const open = await room.propose(1, 'under_discussion');
    await expect(room.begin(room.secretary, open)).rejects.toEqual(code('follow_up_state'));
    const adopted = await room.propose(2, 'adopted');
    for (const who of [room.chair, room.expert, room.observer])
      await expect(room.begin(who, adopted)).rejects.toEqual(code('forbidden'));
    await act(() => room.begin(room.rapporteur, adopted));
    await expect(room.begin(room.secretary, adopted)).rejects.toEqual(code('follow_up_state'));
    await expect(room.begin(room.secretary, newId())).rejects.toEqual(code('not_found'));
    expect(await first()).toMatchObject({ number: 2, state: 'planned', progress: 0, version: 1, line: null });
  });

  it('is told after the meeting is closed, and after its outcome is published', async () => {
    const adopted = await room.propose(1, 'adopted');
    room.setState('closed');
    await act(() => room.begin(room.secretary, adopted));
    room.setState('published');
    await act(() => report(room.expert));
    room.setState('scheduled');
    await expect(report(room.expert)).rejects.toEqual(code('meeting_not_open'));
  });

  it('makes one entry of an act that is sent twice, on two nodes', async () => {
    const intent = room.plan(await room.propose(1, 'adopted'));
    const answers = await Promise.all([
      room.followUps(room.here).begin(room.secretary, intent),
      room.followUps(room.there).begin(room.secretary, intent),
    ]);
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
    expect((await followUps()).followUps).toHaveLength(1);
  });

  it('refuses the second of two changes that were made on one version', async () => {
    await room.begin(room.secretary, await room.propose(1, 'adopted'));
    const { id: followUp, version } = await first();
    const change = (dueOn: string, node = room.here) =>
      room.followUps(node).change(room.secretary, room.intent({ followUp, version, dueOn }));
    const both = await Promise.allSettled([change(room.day(40)), change(room.day(41), room.there)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'stale_version' },
    });
    const now = await first();
    const same = room.intent({ followUp, version: now.version, dueOn: now.dueOn });
    await expect(room.followUps().change(room.secretary, same)).rejects.toEqual(code('nothing_changed'));
  });

  it.each<[string, object, string]>([
    ['a day before the meeting', { dueOn: '2020-01-01' }, 'dueOn'],
    ['a review that has passed', { reviewOn: '2020-01-01' }, 'reviewOn'],
    [
      'a participant who is not there',
      { responsible: { kind: 'participant', id: newId(), words: null } },
      'responsible',
    ],
    [
      'a delegation that is not there',
      { responsible: { kind: 'delegation', id: newId(), words: null } },
      'responsible',
    ],
    ['nobody in words', { responsible: { kind: 'words', id: null, words: '  ' } }, 'responsible'],
  ])('refuses %s by name', async (_, over, field) => {
    const begin = room.begin(room.secretary, await room.propose(1, 'adopted'), over);
    await expect(begin).rejects.toMatchObject({ code: 'invalid', data: { field } });
  });

  it('is reported on by who is responsible and the secretariat, by nobody else', async () => {
    await room.begin(room.secretary, await room.propose(1, 'adopted'));
    for (const who of [room.colleague, room.stranger, room.observer, room.chair])
      await expect(report(who)).rejects.toEqual(code('not_responsible'));
    const fact = await act(() => report(room.expert));
    expect(fact).toMatchObject({ type: 'follow_up.reported', actor: room.expert.membership.participantId });
    await act(() => report(room.secretary, { words: 'Installed.', state: 'done', progress: 100 }));
    expect(await first()).toMatchObject({ state: 'done', progress: 100, updates: 2, version: 3 });
    expect((await timeline()).map(({ words }) => words)).toEqual(['Installed.', 'The gauge is ordered.']);
  });

  it('is reported on by the members of a responsible delegation', async () => {
    const responsible = { kind: 'delegation', id: room.delegation, words: null } as const;
    await room.begin(room.secretary, await room.propose(1, 'adopted'), { responsible });
    await act(() => report(room.colleague));
    await expect(report(room.stranger)).rejects.toEqual(code('not_responsible'));
  });

  it('keeps what a report said before its author corrected it', async () => {
    await room.begin(room.secretary, await room.propose(1, 'adopted'));
    await report(room.expert);
    const { id: followUp, version } = await first();
    const update = (await timeline())[0]?.id as string;
    const words = { words: 'Two gauges are ordered.', state: 'under_way' as const, progress: 30, proofs: [] };
    const intent = (over = {}) => room.intent({ followUp, version, update, ...words, ...over });
    await expect(room.reports().correct(room.secretary, intent())).rejects.toEqual(code('not_yours'));
    await expect(room.reports().correct(room.expert, intent({ update: newId() }))).rejects.toEqual(
      code('not_found'),
    );
    await act(() => room.reports().correct(room.expert, intent()));
    expect(await timeline()).toMatchObject([
      {
        words: 'Two gauges are ordered.',
        progress: 30,
        earlier: [{ words: 'The gauge is ordered.', progress: 20 }],
      },
    ]);
    expect(await first()).toMatchObject({
      progress: 30,
      updates: 1,
      latest: { words: 'Two gauges are ordered.' },
    });
  });

  it('reminds who is responsible and the secretary on the morning of the review, once, whichever node looks', async () => {
    await room.writeAddresses();
    await room.begin(room.secretary, await room.propose(7, 'adopted'), { reviewOn: room.day(3) });
    const { remindAt } = await first();
    expect(remindAt).toBe(`${room.day(3)}T03:00:00.000Z`);
    room.clock.pass(Date.parse(remindAt as string) - room.clock.now().getTime() - 1);
    await room.sweep();
    expect(await room.letters()).toEqual([]);
    room.clock.pass(1);
    await Promise.all([room.sweep(room.here), room.sweep(room.there), room.sweep(room.here)]);
    // A node sweeps by itself too, and may be writing them.
    await eventually('they are written', async () => (await room.letters()).length > 0);
    await room.sweep(room.there);
    const sent = await room.letters();
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual(
      [room.expert, room.secretary].map(({ membership }) => `${membership.participantId}@example.org`).sort(),
    );
    for (const { subject, body } of sent) {
      expect(subject).toContain('7');
      expect(body).toContain(`/m/${room.at.meeting}/follow-up`);
      expect(`${subject}${body}`).not.toContain('Gauge');
    }
  });

  it('reminds anew when the review is put off, and nobody of what has ended', async () => {
    await room.writeAddresses();
    await room.begin(room.secretary, await room.propose(1, 'adopted'), { reviewOn: room.day(3) });
    const { id: followUp, version } = await first();
    await room.followUps().change(room.secretary, room.intent({ followUp, version, reviewOn: room.day(9) }));
    room.clock.pass(5 * DAY);
    await room.sweep();
    expect(await room.letters()).toEqual([]);
    await report(room.expert, { state: 'done', progress: 100 });
    room.clock.pass(5 * DAY);
    await room.sweep();
    expect(await room.letters()).toEqual([]);
  });

  it('reminds although no server ran in the morning, but of nothing that was due long ago', async () => {
    await room.writeAddresses();
    await room.begin(room.secretary, await room.propose(1, 'adopted'), { reviewOn: room.day(1) });
    await room.begin(room.secretary, await room.propose(2, 'adopted'), { reviewOn: room.day(20) });
    room.clock.pass(6 * DAY);
    await room.sweep();
    await eventually('they are written', async () => (await room.letters()).length > 0);
    expect((await room.letters()).every(({ subject }) => subject.includes('proposal 1'))).toBe(true);
    expect(await room.letters()).toHaveLength(2);
    room.clock.pass(40 * DAY);
    await room.sweep();
    expect(await room.letters()).toHaveLength(2);
  });
});
