import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Entry, RoomSnapshot } from '@roundtable/contracts';
import { newId, type Member } from '@roundtable/platform';
import { idOf, picks, PollsRoom } from '../../../../test/support/polls-room.js';
import { presentPolls } from './polls.presenter.js';

describe('polls', () => {
  let room: PollsRoom;
  beforeAll(async () => {
    room = await PollsRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });
  const entries = () => room.here.entries(room.at.room);
  const voter = (index: number) => room.voters[index] as Member;

  /** Acts, and checks that the old snapshot and the facts give the fresh one, to staff and to members. */
  async function act(work: () => Promise<unknown>): Promise<void> {
    const before = await snapshots();
    const { length } = await entries();
    await work();
    const facts = (await entries()).slice(length);
    expect(facts.length).toBeGreaterThan(0);
    expect((await snapshots()).staff).toEqual(facts.reduce(reduceAs('staff'), before.staff));
    expect((await snapshots()).member).toEqual(facts.reduce(reduceAs('member'), before.member));
  }

  async function snapshots() {
    const read = async (audience: 'staff' | 'member') =>
      (await room.here.snapshot(room.at.room, audience)).polls;
    return { staff: await read('staff'), member: await read('member') };
  }

  it('change what a snapshot shows by nothing but their facts', async () => {
    let poll = '';
    await act(async () => (poll = await room.create()));
    await act(() => room.polls().start(room.chair, room.intent({ poll })));
    await room.cast(voter(0), poll, 'yes');
    await act(() => room.polls().hideResults(room.chair, room.intent({ poll })));
    await act(() => room.end(poll));
    await act(() => room.polls().publish(room.chair, room.intent({ poll })));
    await act(async () => (poll = await room.create()));
    await act(() => room.polls().cancel(room.chair, room.intent({ poll, reason: 'Asked too early' })));
    expect((await room.list()).map(({ number, state }) => [number, state])).toEqual([
      [1, 'published'],
      [2, 'cancelled'],
    ]);
  });

  it('show the outcome to members when it is published and not before', async () => {
    const poll = await room.start();
    await room.cast(voter(0), poll, 'yes');
    await room.end(poll);
    expect((await snapshots()).member.polls[0]?.outcome).toBeNull();
    expect((await snapshots()).staff.polls[0]?.outcome?.verdict).toBe('carried');
    await room.polls().publish(room.chair, room.intent({ poll }));
    expect((await snapshots()).member.polls[0]?.outcome?.rollCall).toHaveLength(1);
  });

  it('put no ballot and no voter on the record before the close', async () => {
    const poll = await room.start();
    const { length } = await entries();
    await room.cast(voter(0), poll, 'no', { reason: 'Too dear' });
    expect(await entries()).toHaveLength(length);
  });

  it('let a named ballot be changed while it is open, and keep what it was', async () => {
    const poll = await room.start();
    await room.cast(voter(0), poll, 'no');
    await room.cast(voter(0), poll, 'yes', { reason: 'Convinced' });
    expect((await room.progress(poll, voter(0))).own).toMatchObject([
      { hasCast: true, ballot: { picks: picks('yes') } },
    ]);
    await room.end(poll, { isPublished: true });
    const { outcome } = await room.newest();
    expect(outcome?.rollCall).toMatchObject([
      { elector: idOf(voter(0)), picks: picks('yes'), reason: 'Convinced' },
    ]);
    const [kept] = await room.here.dataSource.query<{ versions: string }[]>(
      'SELECT count(*) AS versions FROM polls_ballots WHERE poll_id = $1',
      [poll],
    );
    expect(Number(kept?.versions)).toBe(2);
  });

  it('never let an old ballot that is sent again undo a newer one, on any node', async () => {
    const poll = await room.start();
    const clientId = newId();
    const first = await room.cast(voter(0), poll, 'no', { clientId });
    await room.cast(voter(0), poll, 'yes');
    const again = await room.cast(voter(0), poll, 'no', { clientId }, room.there);
    expect(again).toMatchObject({ duplicate: true, receipt: first.receipt });
    await room.end(poll);
    expect((await room.newest()).outcome?.leaders).toEqual(['yes']);
    expect(await room.cast(voter(0), poll, 'no', { clientId })).toMatchObject({ duplicate: true });
    await expect(room.cast(voter(0), poll, 'yes', { clientId })).rejects.toEqual(code('client_id_reused'));
  });

  it('answer a ballot sent again with its receipt after the poll and the meeting are closed', async () => {
    const poll = await room.start();
    const clientId = newId();
    const { receipt } = await room.cast(voter(0), poll, 'yes', { clientId });
    const again = () => room.cast(voter(0), poll, 'yes', { clientId }, room.there);
    room.attendance.setState(room.at, 'suspended');
    expect(await again()).toMatchObject({ duplicate: true, receipt });
    await expect(room.cast(voter(0), poll, 'no')).rejects.toEqual(code('meeting_not_open'));
    await room.end(poll);
    room.attendance.setState(room.at, 'closed');
    expect(await again()).toMatchObject({ duplicate: true, receipt });
    await expect(room.cast(voter(0), poll, 'no', { clientId })).rejects.toEqual(code('client_id_reused'));
    await expect(room.cast(voter(1), poll, 'yes')).rejects.toEqual(code('room_closed'));
  });

  it('refuse a ballot after closing, before the start, and from outside the electorate', async () => {
    const poll = await room.create({ electors: [idOf(voter(0)), idOf(voter(1))] });
    await expect(room.cast(voter(0), poll, 'yes')).rejects.toEqual(code('poll_state'));
    await room.polls().start(room.chair, room.intent({ poll }));
    await expect(room.cast(voter(2), poll, 'yes')).rejects.toEqual(code('not_entitled'));
    await expect(room.cast(voter(0), poll, 'yes', { elector: idOf(voter(1)) })).rejects.toEqual(
      code('not_entitled'),
    );
    await expect(room.cast(room.observer, poll, 'yes')).rejects.toEqual(code('forbidden'));
    await expect(room.cast(voter(0), poll, 'perhaps')).rejects.toEqual(code('ballot_wrong'));
    await room.end(poll);
    await expect(room.cast(voter(0), poll, 'yes')).rejects.toEqual(code('poll_state'));
    await expect(room.cast(voter(0), newId(), 'yes')).rejects.toEqual(code('not_found'));
    expect((await room.newest()).outcome?.numbers.cast).toBe('0');
  });

  it('refuse the second of two chairs who close it at once on two nodes', async () => {
    const poll = await room.start();
    await room.cast(voter(0), poll, 'yes');
    const outcomes = await Promise.allSettled([room.end(poll), room.end(poll, {}, room.there)]);
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toEqual([
      expect.objectContaining({ code: 'poll_state', data: { poll, state: 'closed' } }),
    ]);
    expect((await entries()).filter(({ type }) => type === 'polls.closed')).toHaveLength(1);
  });

  it('are ended in a closed meeting, and neither prepared nor started there, since nobody could vote', async () => {
    const [prepared, started] = [await room.create(), await room.start()];
    room.attendance.setState(room.at, 'suspended');
    await room.create();
    room.attendance.setState(room.at, 'closed');
    await expect(room.create()).rejects.toEqual(code('room_closed'));
    const intent = room.intent({ poll: prepared });
    await expect(room.polls().start(room.chair, intent)).rejects.toEqual(code('room_closed'));
    await room.polls().cancel(room.chair, intent);
    await room.end(started, { isPublished: true });
    expect((await room.list()).map(({ state }) => state)).toEqual(['cancelled', 'published', 'created']);
  });

  it('answer a close that is sent again with the first one', async () => {
    const poll = await room.start();
    const clientId = newId();
    const first = await room.end(poll, { clientId });
    expect(await room.end(poll, { clientId }, room.there)).toEqual({ ...first, duplicate: true });
  });

  it('leave them to chair, moderator and secretary', async () => {
    const poll = await room.start();
    const intent = room.intent({ poll });
    await expect(room.polls().cancel(voter(0), intent)).rejects.toEqual(code('forbidden'));
    await expect(room.polls().publish(await room.add('rapporteur'), intent)).rejects.toEqual(
      code('forbidden'),
    );
    await room.polls().cancel(await room.add('secretary'), intent);
    expect((await room.newest()).state).toBe('cancelled');
  });

  it('count delegations as one vote each, whoever of them casts it, with weights and proxies', async () => {
    const [north, south, west] = [newId(), newId(), newId()];
    const people = { north: await room.add('expert', north), other: await room.add('expert', north) };
    const southern = await room.add('expert', south);
    await room.add('expert', west);
    const poll = await room.start({
      electors: [north, south, west],
      weights: [{ elector: south, weight: '2.5' }],
      proxies: [{ from: west, to: south }],
      rules: { unit: 'delegations' },
    });
    await room.cast(people.north, poll, 'yes');
    await room.cast(people.other, poll, 'no');
    await expect(room.cast(southern, poll, 'yes')).rejects.toEqual(code('invalid'));
    await room.cast(southern, poll, 'yes', { elector: south });
    await room.cast(southern, poll, 'no', { elector: west });
    const { tally, own } = await room.progress(poll, southern);
    expect(own.map(({ elector }) => elector).sort()).toEqual([south, west].sort());
    expect(tally).toMatchObject({
      verdict: 'carried',
      counts: [{ votes: '2.5' }, { votes: '2' }, { votes: '0' }],
    });
  });

  it('let the owner of a vote override their proxy, and no proxy override them', async () => {
    const [owner, proxy] = [voter(0), voter(1)];
    const elector = idOf(owner);
    const poll = await room.start({ proxies: [{ from: elector, to: idOf(proxy) }] });
    await room.cast(proxy, poll, 'no', { elector });
    await room.cast(proxy, poll, 'abstain', { elector });
    await room.cast(owner, poll, 'yes');
    await expect(room.cast(proxy, poll, 'no', { elector }, room.there)).rejects.toEqual(code('not_entitled'));
    await room.cast(owner, poll, 'abstain');
    await room.end(poll);
    expect((await room.newest()).outcome?.rollCall).toMatchObject([
      { elector, castBy: elector, picks: picks('abstain') },
    ]);
  });

  it('let nobody cast for a delegation who only serves the meeting, nor count it as there for them', async () => {
    const [north, south] = [newId(), newId()];
    const speaker = await room.add('expert', north);
    const interpreter = await room.add('interpreter', north);
    await room.add('captioner', south);
    const rules = { unit: 'delegations' as const };
    await expect(room.create({ electors: [north, south], rules })).rejects.toEqual(code('elector_unknown'));
    const poll = await room.start({ electors: [north], rules });
    await expect(room.cast(interpreter, poll, 'yes', { elector: north })).rejects.toEqual(
      code('not_entitled'),
    );
    expect((await room.progress(poll, interpreter)).own).toEqual([]);
    await room.end(poll, { present: [idOf(interpreter)] });
    expect((await room.newest()).outcome?.electorate).toMatchObject([{ id: north, wasPresent: false }]);
    const again = await room.start({ electors: [north], rules });
    await room.cast(speaker, again, 'yes', { elector: north });
    await room.end(again);
    expect((await room.newest()).outcome?.verdict).toBe('carried');
  });

  it('show thresholds as met or not while voting goes on, and nothing where results are hidden', async () => {
    const share = { numerator: 2, denominator: 3 };
    const threshold = {
      option: 'yes',
      relation: 'at_least',
      share,
      base: 'entitled',
      countsAbstentions: true,
    } as const;
    const poll = await room.start({ rules: { thresholds: [threshold] } });
    for (const index of [0, 1]) await room.cast(voter(index), poll, 'yes');
    expect((await room.progress(poll, room.observer)).tally?.thresholds[0]).toMatchObject({
      measured: '2',
      of: '4',
      isMet: false,
    });
    await room.cast(voter(2), poll, 'yes');
    expect((await room.progress(poll, room.observer)).tally?.thresholds[0]?.isMet).toBe(true);
    await room.polls().hideResults(room.chair, room.intent({ poll }));
    expect(await room.progress(poll, room.chair)).toMatchObject({ turnout: 3, tally: null, ballots: null });
  });

  it('ask for presence where the rules do', async () => {
    const poll = await room.start({ rules: { requiresPresence: true } });
    await expect(room.cast(voter(0), poll, 'yes')).rejects.toEqual(code('not_present'));
  });
});

function reduceAs(audience: 'staff' | 'member') {
  return (state: RoomSnapshot['polls'], entry: Entry): RoomSnapshot['polls'] => {
    const seen = presentPolls(entry, audience) as Entry<'polls.created'>;
    const { poll } = seen.data;
    const others = state.polls.filter(({ id }) => id !== poll.id);
    return { polls: [...others, poll].sort((a, b) => a.number - b.number) };
  };
}
