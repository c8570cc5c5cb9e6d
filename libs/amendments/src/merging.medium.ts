import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AmendmentView, Entry, RoomSnapshot } from '@roundtable/contracts';
import { splitParagraphs } from '@roundtable/documents';
import { reduceAmendments, type AmendmentsFact } from '../../client/src/reduce-amendments.js';
import { AMENDED_TEXT, AmendmentsRoom } from '../../../test/support/amendments-room.js';

const DAILY = 'The gauges of both sides are read daily by their hosts.';

describe('merging amendments', () => {
  let room: AmendmentsRoom;
  let proposal: string;
  beforeAll(async () => {
    room = await AmendmentsRoom.open();
  });
  beforeEach(async () => {
    await room.renew();
    proposal = await room.propose();
  });
  afterAll(() => room.close());

  const refused = (code: string, data?: object) =>
    expect.objectContaining({ code, ...(data && { data: expect.objectContaining(data) as object }) });
  const key = () => ({ room: room.at.room, proposal });

  /** Merges, and checks that the old snapshot and the facts give the fresh one. */
  async function merge(...amendments: AmendmentView[]): Promise<Entry[]> {
    const before = await room.snapshot();
    const { length } = await room.here.entries(room.at.room);
    const { newest } = await room.reading().list(key());
    const ids = amendments.map(({ id }) => id);
    await room.merging().merge(room.rapporteur, room.intent({ proposal, version: newest, amendments: ids }));
    const facts = (await room.here.entries(room.at.room)).slice(length);
    const own = facts.filter(({ type }) => type.startsWith('amendments.')) as Entry<AmendmentsFact>[];
    expect(await room.snapshot()).toEqual(own.reduce<RoomSnapshot['amendments']>(reduceAmendments, before));
    return facts;
  }

  const replace = (paragraph: number, text: string) => ({ kind: 'replace' as const, paragraph, text });
  const insert = (paragraph: number, text: string) => ({ kind: 'insert' as const, paragraph, text });
  const remove = (paragraph: number) => ({ kind: 'delete' as const, paragraph });

  it('makes the next version of the text in one act, and says which paragraphs came from whom', async () => {
    const hourly = await room.accepted(
      proposal,
      replace(2, 'The gauges are read hourly.\n\nEverybody sees them.'),
    );
    const last = await room.accepted(proposal, remove(5));
    const first = await room.accepted(proposal, insert(1, 'Preamble.'));
    const looked = await room.reading().consolidated(key(), []);
    const facts = await merge(hourly, last, first);
    expect(facts.map(({ type }) => type)).toEqual([
      'documents.versioned',
      'proposals.changed',
      'amendments.merged',
    ]);
    const text = await room.text(proposal);
    expect(text).toBe(looked.text);
    expect(splitParagraphs(text)).toEqual([
      '# Water of the upper basin',
      'Preamble.',
      'The gauges are read hourly.',
      'Everybody sees them.',
      '- one reader for each gauge\n- one book for each reader',
      'Readings are sent to the secretariat by the tenth of each month.',
    ]);
    expect((await room.of(proposal)).map(({ state, mergedIn, stands }) => [state, mergedIn, stands])).toEqual(
      [
        ['merged', 2, [3, 4]],
        ['merged', 2, []],
        ['merged', 2, [2]],
      ],
    );
    const { version, paragraphs } = await room.reading().consolidated(key(), []);
    expect(version).toBe(2);
    expect(paragraphs.map(({ sources }) => sources.map(({ label, how }) => `${label} ${how}`))).toEqual([
      [],
      ['P-3-A3 merged'],
      ['P-3-A1 merged'],
      ['P-3-A1 merged'],
      [],
      [],
    ]);
  });

  it('shows accepted and chosen ones in the consolidated text, and leaves out what is in conflict', async () => {
    const hourly = await room.accepted(proposal, replace(2, 'Hourly.'));
    const weekly = await room.table(room.experts[1], proposal, replace(2, 'Weekly.'));
    const more = await room.table(room.experts[1], proposal, insert(5, 'More.'));
    const { paragraphs, leftOut, text } = await room.reading().consolidated(key(), [weekly.id, more.id]);
    expect(leftOut).toEqual([{ amendment: weekly.id, with: hourly.id }]);
    expect(paragraphs.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { kind: 'replaced', paragraph: 2, was: DAILY, text: 'Hourly.', sources: [{ how: 'accepted' }] },
      { kind: 'inserted', paragraph: null, was: null, text: 'More.', sources: [{ how: 'chosen' }] },
    ]);
    expect(text).toBe(`${AMENDED_TEXT.replace(DAILY, 'Hourly.')}\n\nMore.`);
    expect((await room.reading().list(key())).conflicts).toEqual([
      { amendments: [hourly.id, weekly.id], paragraph: 2 },
    ]);
  });

  it('carries others along, and asks for a rebase of those on the same paragraph', async () => {
    const merged = await room.accepted(
      proposal,
      replace(2, 'The gauges of both sides are read hourly by their hosts.'),
    );
    const same = await room.table(
      room.experts[1],
      proposal,
      replace(2, 'All gauges of both sides are read daily by their hosts.'),
    );
    const after = await room.table(room.experts[1], proposal, insert(2, 'It goes on.'));
    const before = await room.accepted(proposal, insert(0, 'Before all.'));
    const end = await room.accepted(proposal, replace(5, 'Costs are shared.'));
    const facts = await merge(merged, before);
    expect(facts.map(({ type }) => type)).toEqual([
      'documents.versioned',
      'proposals.changed',
      'amendments.merged',
      'amendments.carried',
    ]);
    expect(await room.one(proposal, after.id)).toMatchObject({ state: 'tabled', version: 2, paragraph: 3 });
    expect(await room.one(proposal, end.id)).toMatchObject({ state: 'accepted', version: 2, paragraph: 6 });
    const behind = await room.one(proposal, same.id);
    expect(behind).toMatchObject({
      state: 'needs_rebase',
      version: 1,
      paragraph: 2,
      needs: { cause: 'changed', version: 2 },
      text: same.text,
    });
    await expect(
      room
        .amending()
        .decide(room.chair, room.intent({ amendment: same.id, revision: 1, result: 'accepted' })),
    ).rejects.toEqual(refused('amendment_behind'));

    const offer = await room.reading().offer(key(), same.id);
    expect(offer).toMatchObject({
      verdict: 'changed',
      paragraph: 3,
      from: 1,
      to: 2,
      hasOverlap: false,
      suggestion: 'All gauges of both sides are read hourly by their hosts.',
    });
    const wish = { amendment: same.id, revision: 1, version: 2, ...replace(3, offer.suggestion ?? '') };
    await expect(room.tabling().rebase(room.submitter, room.intent(wish))).rejects.toEqual(
      refused('not_sponsor'),
    );
    await expect(
      room.tabling().rebase(room.experts[1], room.intent({ ...wish, version: 1 })),
    ).rejects.toEqual(refused('stale_version', { version: 2 }));
    await room.tabling().rebase(room.experts[1], room.intent(wish));
    expect(await room.one(proposal, same.id)).toMatchObject({
      state: 'tabled',
      revision: 2,
      version: 2,
      paragraph: 3,
      needs: null,
      label: same.label,
    });
    await expect(
      room
        .amending()
        .decide(room.chair, room.intent({ amendment: same.id, revision: 1, result: 'accepted' })),
    ).rejects.toEqual(refused('stale_version', { revision: 2 }));
  });

  it('refuses what is not accepted, in conflict, unknown or meant for another version, and changes nothing', async () => {
    const one = await room.accepted(proposal, replace(2, 'Hourly.'));
    const other = await room.accepted(proposal, remove(2));
    const tabled = await room.table(room.experts[0], proposal, remove(3));
    const wish = (...amendments: string[]) =>
      room.merging().merge(room.rapporteur, room.intent({ proposal, version: 1, amendments }));
    const { length } = await room.here.entries(room.at.room);
    await expect(wish(one.id, other.id)).rejects.toEqual(refused('amendment_conflict'));
    await expect(wish(tabled.id)).rejects.toEqual(refused('amendment_state', { state: 'tabled' }));
    await expect(wish(one.id, one.id)).rejects.toEqual(refused('invalid', { field: 'amendments' }));
    await expect(wish(proposal)).rejects.toEqual(refused('not_found'));
    await expect(
      room.merging().merge(room.experts[0], room.intent({ proposal, version: 1, amendments: [one.id] })),
    ).rejects.toEqual(refused('forbidden'));
    await expect(
      room.merging().merge(room.rapporteur, room.intent({ proposal, version: 9, amendments: [one.id] })),
    ).rejects.toEqual(refused('stale_version', { version: 1 }));
    expect(await room.here.entries(room.at.room)).toHaveLength(length);
    expect(await room.text(proposal)).toBe(AMENDED_TEXT);
  });

  it('leaves nothing of the text to nobody', async () => {
    proposal = await room.propose('Only this.', { number: 9 });
    const all = await room.accepted(proposal, remove(1));
    await expect(merge(all)).rejects.toEqual(refused('invalid', { field: 'amendments' }));
  });

  it('keeps what others type elsewhere, and refuses to write over what they type there', async () => {
    const hourly = await room.accepted(proposal, replace(2, 'Hourly.'));
    const costs = await room.accepted(proposal, replace(5, 'Costs are shared.'));
    await room.type(proposal, 3, ' Without exception.', { at: room.there });
    await room.type(proposal, 4, ' Mostly.');
    const wish = { proposal, version: 1, amendments: [costs.id] };
    await expect(room.merging().merge(room.rapporteur, room.intent(wish))).rejects.toEqual(
      refused('amendment_behind', { amendments: [costs.id] }),
    );
    await merge(hourly);
    expect(splitParagraphs(await room.text(proposal)).slice(1)).toEqual([
      'Hourly.',
      '- one reader for each gauge\n- one book for each reader',
      'Readings are sent to the secretariat by the tenth of each month. Without exception.',
      'Costs lie where they fall. Mostly.',
    ]);
    expect(await room.one(proposal, costs.id)).toMatchObject({
      state: 'needs_rebase',
      needs: { cause: 'changed', version: 2 },
    });
    await room.type(proposal, 1, ' And more.', { at: room.there });
    await room.fix(proposal);
    expect(splitParagraphs(await room.text(proposal))[1]).toBe('Hourly. And more.');
  });

  it('moves on with every version that somebody fixes', async () => {
    const list = await room.table(room.experts[0], proposal, replace(3, '- one reader for all'));
    const daily = await room.table(room.experts[0], proposal, replace(2, 'Hourly.'));
    await room.type(proposal, 1, ' It is so.');
    const before = await room.snapshot();
    const { length } = await room.here.entries(room.at.room);
    await room.fix(proposal);
    const facts = (await room.here.entries(room.at.room)).slice(length);
    expect(facts.map(({ type }) => type)).toEqual([
      'documents.versioned',
      'proposals.changed',
      'amendments.carried',
    ]);
    expect(await room.snapshot()).toEqual(
      reduceAmendments(before, facts.at(-1) as Entry<'amendments.carried'>),
    );
    expect(await room.one(proposal, list.id)).toMatchObject({ state: 'tabled', version: 2, paragraph: 3 });
    expect(await room.one(proposal, daily.id)).toMatchObject({
      state: 'needs_rebase',
      version: 1,
      was: DAILY,
      needs: { cause: 'changed', version: 2 },
    });
    const { paragraphs } = await room.reading().paragraphs(key(), 1);
    expect(paragraphs[1]?.text).toBe(DAILY);
    await expect(room.reading().paragraphs(key(), 3)).rejects.toEqual(refused('not_found'));
  });

  it('lets one of two merge at once, on two nodes, and tells the other the newest version', async () => {
    const one = await room.accepted(proposal, replace(2, 'Hourly.'));
    const other = await room.accepted(proposal, replace(5, 'Costs are shared.'));
    const wish = (amendment: AmendmentView, node: typeof room.here) =>
      room
        .merging(node)
        .merge(room.rapporteur, room.intent({ proposal, version: 1, amendments: [amendment.id] }));
    const both = await Promise.allSettled([wish(one, room.here), wish(other, room.there)]);
    const lost = both.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(lost.map(({ reason }) => reason as unknown)).toEqual([refused('stale_version', { version: 2 })]);
    await merge(both[0]?.status === 'fulfilled' ? other : one);
    expect(splitParagraphs(await room.text(proposal))).toEqual(
      expect.arrayContaining(['Hourly.', 'Costs are shared.']),
    );
  });

  it('answers the same wish again with what it made, and merges once', async () => {
    const one = await room.accepted(proposal, replace(2, 'Hourly.'));
    const wish = room.intent({ proposal, version: 1, amendments: [one.id] });
    const first = await room.merging().merge(room.rapporteur, wish);
    const second = await room.merging(room.there).merge(room.rapporteur, wish);
    expect([first.duplicate, second.duplicate, second.seq]).toEqual([false, true, first.seq]);
  });
});
