import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Entry, RoomSnapshot } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { reducePublications, type PublicationsFact } from '../../../client/src/reduce-publications.js';
import { PublicationsRoom } from '../../../../test/support/publications-room.js';
import { hashSet } from './set-hash.js';

describe('the set of proposals', () => {
  let room: PublicationsRoom;
  beforeAll(async () => {
    room = await PublicationsRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });
  const entries = () => room.here.entries(room.at.room);

  /** Acts, and checks that the old snapshot and the facts give the fresh one. */
  async function act(work: () => Promise<unknown>): Promise<void> {
    const before = await room.outcome();
    const { length } = await entries();
    await work();
    const facts = (await entries()).slice(length) as Entry<PublicationsFact>[];
    expect(facts).toHaveLength(1);
    const after = facts.reduce<RoomSnapshot['publications']>(reducePublications, before);
    expect(await room.outcome()).toEqual(after);
    expect(after.set?.sha256).toBe(hashSet(after.set?.title ?? '', after.lines));
  }

  it('is drafted of the adopted proposals, in order, and changes by nothing but its facts', async () => {
    for (const number of [1, 2, 3]) await room.propose(number);
    await room.propose(4, {}, 'rejected');
    const late = await room.propose(5, {}, 'under_discussion');
    const sets = room.sets();
    await act(() => sets.draft(room.rapporteur, room.intent({ title: 'Set' })));
    expect((await room.outcome()).lines.map(({ number }) => number)).toEqual([1, 2, 3]);
    const [a, b, c] = (await room.set()).lines as [string, string, string];
    await act(() =>
      sets.arrange(room.rapporteur, room.intent({ version: 1, title: 'Proposals', order: [c, a, b] })),
    );
    await act(() => sets.arrange(room.secretary, room.intent({ version: 2, add: [late], remove: [b] })));
    expect((await room.outcome()).lines.map(({ number }) => number)).toEqual([3, 1, 5]);
    await act(() =>
      sets.changeLine(
        room.rapporteur,
        room.intent({ version: 3, line: a, timeline: 'by 2028', responsible: null }),
      ),
    );
    await act(() => room.reserve(room.experts[0], a));
    await act(() => sets.adopt(room.chair, room.intent({ version: 5, lines: [c], reason: 'Agreed' })));
    expect((await room.set()).state).toBe('draft');
    await act(() => sets.adopt(room.chair, room.intent({ version: 6 })));
    const { set, lines } = await room.outcome();
    expect(set).toMatchObject({
      state: 'adopted',
      version: 7,
      adoption: { by: room.chair.membership.participantId, reason: null, version: 7, sha256: set?.sha256 },
    });
    expect(lines.map(({ adoption }) => adoption?.reason ?? null)).toEqual(['Agreed', null, null]);
  });

  it('keeps the words of a proposal until somebody brings the line up to date', async () => {
    await room.draft();
    const line = await room.line(0);
    await room.change(line.proposal, { text: 'Read it hourly.', version: 2 });
    expect(await room.line(0)).toMatchObject({ text: 'Read gauge 1 daily.', proposalVersion: 1 });
    await act(() => room.sets().refreshLine(room.rapporteur, room.intent({ version: 1, line: line.id })));
    expect(await room.line(0)).toMatchObject({ text: 'Read it hourly.', proposalVersion: 2 });
  });

  it('counts support by people and by delegations at the moment it is drafted', async () => {
    const at = new Date().toISOString();
    const position = (who: number, value: number) => ({
      participant: (room.experts[who] as (typeof room.experts)[0]).membership.participantId,
      value,
      reason: null,
      at,
    });
    await room.propose(1, { positions: [position(0, 1), position(1, -0.5)] });
    await room.sets().draft(room.rapporteur, room.intent({ title: 'Set' }));
    expect((await room.line(0)).support).toEqual({
      for: 1,
      neutral: 0,
      against: 1,
      delegationsFor: [room.delegations[0]],
      delegationsAgainst: [room.delegations[1]],
      poll: null,
    });
  });

  it('is never changed silently after it was adopted; a reservation can still be entered, as a version', async () => {
    await room.draft();
    await room.sets().adopt(room.chair, room.intent({ version: 1 }));
    const { adoption } = await room.set();
    const { id } = await room.line(1);
    const change = room.intent({ version: 2, line: id, timeline: 'never' });
    await expect(room.sets().changeLine(room.rapporteur, change)).rejects.toEqual(code('publication_state'));
    await expect(
      room.sets().arrange(room.rapporteur, room.intent({ version: 2, remove: [id] })),
    ).rejects.toEqual(code('publication_state'));
    await act(() => room.reserve(room.experts[1], id));
    const set = await room.set();
    expect(set.adoption).toEqual(adoption);
    expect(set.version).toBe(3);
    expect(set.sha256).not.toBe(adoption?.sha256);
  });

  it('refuses the second of two changes made on one version, on any node', async () => {
    await room.draft();
    const { lines } = await room.set();
    const turned = [...lines].reverse();
    const results = await Promise.allSettled([
      room.sets(room.here).arrange(room.rapporteur, room.intent({ version: 1, order: turned })),
      room.sets(room.there).arrange(room.secretary, room.intent({ version: 1, title: 'Another title' })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: code('stale_version'),
    });
    expect((await room.set()).version).toBe(2);
  });

  it('takes a reservation of the delegation itself, or of a secretary for it, and of nobody else', async () => {
    await room.draft();
    const { id } = await room.line(0);
    const [first, second] = room.delegations;
    await room.reserve(room.experts[0], id);
    await room.reserve(room.secretary, id, { delegation: second });
    const { reservations } = await room.line(0);
    expect(reservations.map(({ delegation }) => delegation)).toEqual([first, second]);
    await expect(room.reserve(room.experts[0], id, { delegation: second })).rejects.toEqual(
      code('not_yours'),
    );
    await expect(room.reserve(room.independent, id)).rejects.toEqual(code('no_delegation'));
    await expect(room.reserve(room.observer, id)).rejects.toEqual(code('forbidden'));
    await expect(room.reserve(room.secretary, id, { delegation: newId() })).rejects.toEqual(
      code('not_found'),
    );
    const [mine, theirs] = reservations.map((each) => room.intent({ line: id, reservation: each.id }));
    await expect(room.reservations().withdraw(room.experts[0], theirs as never)).rejects.toEqual(
      code('not_yours'),
    );
    await room.reservations().withdraw(room.experts[0], mine as never);
    expect((await room.line(0)).reservations).toHaveLength(1);
  });

  it.each<[string, (id: string) => object, string]>([
    ['an order that leaves a line out', (id) => ({ order: [id] }), 'invalid'],
    ['a line that is not there', () => ({ remove: [newId()] }), 'not_found'],
    ['a proposal that is not there', () => ({ add: [newId()] }), 'invalid'],
    ['nothing at all', () => ({}), 'nothing_changed'],
    ['an older version', () => ({ version: 7, title: 'x' }), 'stale_version'],
  ])('refuses %s', async (_, fields, expected) => {
    await room.draft();
    const { id } = await room.line(0);
    const intent = room.intent({ version: 1, ...fields(id) });
    await expect(room.sets().arrange(room.rapporteur, intent)).rejects.toEqual(code(expected));
    expect((await room.set()).version).toBe(1);
  });

  it('is drafted by staff, once, of something, and adopted by the chair', async () => {
    const draft = (who = room.rapporteur, over = {}) =>
      room.sets().draft(who, room.intent({ title: 'Set', ...over }));
    await expect(draft()).rejects.toEqual(code('invalid'));
    const rejected = await room.propose(1, {}, 'rejected');
    await expect(draft(room.rapporteur, { proposals: [rejected] })).rejects.toEqual(code('invalid'));
    await room.propose(2);
    await expect(draft(room.experts[0])).rejects.toEqual(code('forbidden'));
    await draft();
    await expect(draft()).rejects.toEqual(code('publication_state'));
    const adopt = room.intent({ version: 1 });
    await expect(room.sets().adopt(room.rapporteur, adopt)).rejects.toEqual(code('forbidden'));
    await room.sets().adopt(room.chair, adopt);
  });
});
