import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommuniqueView, Entry, RoomSnapshot } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { reducePublications, type PublicationsFact } from '../../../client/src/reduce-publications.js';
import { eventually } from '../../../../test/support/live-client.js';
import { PublicationsRoom } from '../../../../test/support/publications-room.js';
import { hashCommunique } from './communique-life.js';
import { CommuniquesService } from './communiques.service.js';
import { SilenceSweep } from './silence-sweep.js';
import { SilenceService } from './silence.service.js';

const HOUR = 60 * 60 * 1000;
const TEXT = 'The parties [shall || should] publish [monthly] figures.';

describe('the communique', () => {
  let room: PublicationsRoom;
  beforeAll(async () => {
    room = await PublicationsRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });
  const entries = () => room.here.entries(room.at.room);
  const texts = (node = room.here) => node.app.get(CommuniquesService);
  const silence = (node = room.here) => node.app.get(SilenceService);
  const sweep = (node = room.here) => node.app.get(SilenceSweep).sweep();
  const communique = async () => (await room.outcome()).communique as CommuniqueView;

  async function act(work: () => Promise<unknown>): Promise<void> {
    const before = await room.outcome();
    const { length } = await entries();
    await work();
    const facts = (await entries()).slice(length) as Entry<PublicationsFact>[];
    expect(facts).toHaveLength(1);
    const after = facts.reduce<RoomSnapshot['publications']>(reducePublications, before);
    expect(await room.outcome()).toEqual(after);
    expect(after.communique?.sha256).toBe(hashCommunique(after.communique as CommuniqueView));
  }

  const draft = (lines: string[] = []) =>
    texts().draft(room.rapporteur, room.intent({ title: 'Communique', lines }));
  const write = async (...words: string[]) => {
    const { version, title } = await communique();
    const parts = words.map((text) => ({ text }));
    await texts().change(room.rapporteur, room.intent({ version, title, parts }));
  };
  const settle = async (bracket: number, words: string, became: string) => {
    const { version, parts } = await communique();
    const part = parts[0]?.id as string;
    const reason = 'Agreed at the table';
    await texts().resolve(room.rapporteur, room.intent({ version, part, bracket, words, became, reason }));
  };
  const circulate = async (ms: number) => {
    const until = new Date(room.clock.now().getTime() + ms).toISOString();
    await silence().circulate(room.chair, room.intent({ version: (await communique()).version, until }));
    return until;
  };
  const agreed = async () => {
    await draft();
    await write('All is agreed.');
  };

  it('is made of lines of the set, with their reservations as footnotes', async () => {
    await room.propose(1, { text: 'Publish **[monthly]** figures, see [the plan](https://example.org).' });
    await room.propose(2, { text: 'An odd ] bracket.' });
    await room.sets().draft(room.rapporteur, room.intent({ title: 'Set' }));
    const { lines } = await room.set();
    await room.reserve(room.experts[0], lines[0] as string);
    await act(() => draft([...lines].reverse()));
    const { parts } = await communique();
    expect(parts.map(({ text }) => text)).toEqual([
      'An odd \\] bracket.',
      'Publish [monthly] figures, see the plan.',
    ]);
    expect(parts[1]?.reservations).toMatchObject([{ delegation: room.delegations[0] }]);
    await expect(draft()).rejects.toEqual(code('publication_state'));
  });

  it('is not adopted while a bracket is open; brackets are settled one by one, each on the record', async () => {
    await draft();
    await act(() => write(TEXT));
    const adopt = async () =>
      texts().adopt(room.chair, room.intent({ version: (await communique()).version }));
    await expect(adopt()).rejects.toMatchObject({ code: 'brackets_open', data: { open: 2 } });
    await expect(circulate(HOUR)).rejects.toEqual(code('brackets_open'));
    await act(() => settle(1, 'monthly', 'quarterly'));
    await expect(settle(0, 'monthly', 'x')).rejects.toEqual(code('target_missing'));
    await act(() => settle(0, 'shall || should', 'shall'));
    expect((await entries()).at(-1)).toMatchObject({
      type: 'publications.communique_resolved',
      data: { was: 'shall || should', became: 'shall', reason: 'Agreed at the table' },
    });
    expect((await communique()).parts[0]?.text).toBe('The parties shall publish quarterly figures.');
    await act(adopt);
    expect(await communique()).toMatchObject({
      state: 'adopted',
      adoption: { by: room.chair.membership.participantId },
    });
    await expect(write('More')).rejects.toEqual(code('publication_state'));
  });

  it.each([
    ['an open bracket', ['a [b'], 'brackets_wrong'],
    ['a bracket in a bracket', ['[a [b]]'], 'brackets_wrong'],
    ['a bracket of nothing', ['a []'], 'brackets_wrong'],
  ])('refuses %s', async (_, words, expected) => {
    await draft();
    await expect(write(...words)).rejects.toEqual(code(expected));
  });

  it('lets no paragraph with a reservation go, and refuses the second of two changes', async () => {
    await agreed();
    const { parts, version, title } = await communique();
    const part = parts[0]?.id as string;
    await act(() => silence().reserve(room.experts[1], room.intent({ part, text: 'We reserve.' })));
    await expect(
      texts().change(room.rapporteur, room.intent({ version: version + 1, title, parts: [] })),
    ).rejects.toEqual(code('publication_state'));
    await expect(
      texts().change(room.rapporteur, room.intent({ version, title: 'Late', parts: [] })),
    ).rejects.toEqual(code('stale_version'));
    const [reservation] = (await communique()).parts[0]?.reservations ?? [];
    const withdrawal = room.intent({ part, reservation: reservation?.id as string });
    await expect(silence().withdrawReservation(room.experts[0], withdrawal)).rejects.toEqual(
      code('not_yours'),
    );
    await act(() => silence().withdrawReservation(room.experts[1], withdrawal));
  });

  it('is adopted by silence at its time, once, whichever node looks, and not before', async () => {
    await agreed();
    let until = '';
    await act(async () => (until = await circulate(HOUR)));
    await expect(write('Changed')).rejects.toEqual(code('publication_state'));
    room.clock.pass(HOUR - 1);
    await sweep();
    expect((await communique()).state).toBe('circulated');
    room.clock.pass(1);
    const { length } = await entries();
    await Promise.all([sweep(room.here), sweep(room.there), sweep(room.here)]);
    await sweep(room.there);
    expect((await entries()).slice(length).map(({ type, actor }) => [type, actor])).toEqual([
      ['publications.communique_adopted', null],
    ]);
    const { adoption, circulation } = await communique();
    expect(adoption?.by).toBeNull();
    expect(circulation?.until).toBe(until);
    expect(Date.parse(adoption?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(until));
  });

  it('goes back to the table when a delegation breaks the silence, and is not adopted at the old time', async () => {
    await agreed();
    await circulate(HOUR);
    const objection = (over = {}) => room.intent({ reason: 'The figures are not agreed.', ...over });
    await expect(silence().object(room.independent, objection())).rejects.toEqual(code('no_delegation'));
    await expect(silence().object(room.observer, objection())).rejects.toEqual(code('forbidden'));
    await act(() => silence().object(room.experts[1], objection()));
    expect(await communique()).toMatchObject({
      state: 'draft',
      circulation: null,
      objections: [{ delegation: room.delegations[1], reason: 'The figures are not agreed.' }],
    });
    await expect(silence().object(room.experts[0], objection())).rejects.toEqual(code('publication_state'));
    room.clock.pass(2 * HOUR);
    await sweep();
    expect((await communique()).state).toBe('draft');
    await write('Other words.');
    await circulate(HOUR);
    room.clock.pass(HOUR);
    await expect(silence().object(room.experts[0], objection())).rejects.toEqual(code('silence_over'));
    await sweep();
    expect((await communique()).state).toBe('adopted');
  });

  it('reminds members by mail before the time, each once, with nothing of the text', async () => {
    await agreed();
    await room.here.dataSource.query(
      `UPDATE meetings_participants SET email = id || '@example.org' WHERE meeting_id = $1`,
      [room.at.meeting],
    );
    await circulate(48 * HOUR);
    const letters = () =>
      room.here.dataSource.query<{ recipient: string; subject: string; body: string }[]>(
        'SELECT recipient, subject, body FROM notices_outbox WHERE body LIKE $1',
        [`%${room.at.meeting}/communique%`],
      );
    room.clock.pass(23 * HOUR);
    await sweep();
    expect(await letters()).toEqual([]);
    room.clock.pass(HOUR);
    await Promise.all([sweep(room.here), sweep(room.there)]);
    // A node sweeps by itself too, and may be writing them.
    await eventually('they are written', async () => (await letters()).length > 0);
    await sweep();
    const sent = await letters();
    const members = [room.chair, room.rapporteur, room.secretary, ...room.experts, room.independent];
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual(
      members.map(({ membership }) => `${membership.participantId}@example.org`).sort(),
    );
    for (const { body, subject } of sent) expect(`${subject}${body}`).not.toContain('All is agreed');
    expect((await communique()).state).toBe('circulated');
  });

  it.each([
    ['in the past', -HOUR],
    ['in a moment', 1_000],
    ['in a year', 365 * 24 * HOUR],
  ])('refuses a time %s', async (_, ms) => {
    await agreed();
    await expect(circulate(ms)).rejects.toMatchObject({ code: 'invalid', data: { field: 'until' } });
  });

  it('is drafted by staff and adopted by the chair', async () => {
    const intent = () => room.intent({ title: 'Communique', lines: [] });
    await expect(texts().draft(room.experts[0], intent())).rejects.toEqual(code('forbidden'));
    const stranger = room.intent({ title: 'Communique', lines: [newId()] });
    await expect(texts().draft(room.rapporteur, stranger)).rejects.toEqual(code('invalid'));
    await agreed();
    const { version } = await communique();
    await expect(texts().adopt(room.secretary, room.intent({ version }))).rejects.toEqual(code('forbidden'));
  });
});
