import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDocument, whenState, type DocumentSession, type Sending } from '@roundtable/client';
import {
  PROTOCOL_VERSION,
  type AmendmentList,
  type AmendmentStepList,
  type AmendmentView,
  type ConsolidatedText,
  type RebaseOffer,
  type VersionParagraphs,
  type WireError,
} from '@roundtable/contracts';
import { v7 as uuidv7 } from 'uuid';
import { firstText, until, wordsOf } from '../../support/document-page.js';
import { actOnMeeting, becomeAdministrator, createMeeting, inviteTo, Person } from '../../support/person.js';
import { blankDatabase } from '../../support/postgres.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { caughtUp, visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const WORDS = 'Readings come every day.\n\nCosts lie where they fall.';

describe('amendments over two nodes', () => {
  let database: { url: string; drop(): Promise<void> };
  let redis: TestRedis;
  let [here, there]: RunningRoundtable[] = [];
  let secretary: Person;
  let meeting: { id: string; plenary: string };
  let chair: RoomVisitor;
  let rapporteur: RoomVisitor;
  let expert: RoomVisitor;
  let observer: RoomVisitor;
  let proposal: string;
  let page: DocumentSession;

  beforeAll(async () => {
    [database, redis] = await Promise.all([blankDatabase(), startRedis()]);
    const settings = {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      ROUNDTABLE_SECRET: 'a secret of thirty-two characters',
    };
    here = await startRoundtable(settings);
    secretary = await becomeAdministrator(here);
    ({ meeting } = await createMeeting(secretary));
    await actOnMeeting(secretary, meeting.id, 'open');
    there = await startRoundtable(settings);
    const enter = async (name: string, role: 'chair' | 'rapporteur' | 'expert' | 'observer', at = here) => {
      const { link } = await inviteTo(secretary, meeting.id, { name, roles: [role] });
      return visit(`${at!.url}${new URL(link).pathname}`);
    };
    chair = await enter('Nurlan Abdykadyrov', 'chair');
    rapporteur = await enter('Aigul Toktosunova', 'rapporteur', there);
    expert = await enter('Bakyt Osmonov', 'expert', there);
    observer = await enter('Gulmira Sadykova', 'observer');
    proposal = await capture();
    page = openDocument(rapporteur.room.ground, proposal);
    await until('it is live', () => page.state === 'live', 60_000);
  }, 240_000);

  afterAll(async () => {
    page?.close();
    for (const each of [chair, rapporteur, expert, observer]) each?.leave();
    await here?.dispose();
    await there?.dispose();
    await redis?.stop();
    await database?.drop();
  });

  async function capture(): Promise<string> {
    const seq = await made(rapporteur.room.post({ body: WORDS }));
    const sources = [{ seq, from: 0, to: WORDS.length, words: WORDS }];
    const captured = await made(rapporteur.room.capture({ sources }));
    await everybodyAt(captured);
    return rapporteur.room.getView().record?.snapshot.proposals.proposals[0]?.id ?? '';
  }

  async function made(sending: Sending): Promise<number> {
    const done = await sending.done;
    if (!done.ok) throw new Error(done.error.message);
    return done.seq;
  }

  async function everybodyAt(seq: number): Promise<void> {
    for (const each of [chair, rapporteur, expert, observer]) await caughtUp(each, seq);
  }

  const path = (rest = '') => `/api/v1/meetings/${meeting.id}/amendments/${proposal}${rest}`;
  const amendmentsOf = ({ room }: RoomVisitor) => room.getView().record?.snapshot.amendments.amendments ?? [];

  /** Waits until a visitor sees an amendment so. */
  async function seen(
    visitor: RoomVisitor,
    isSo: (amendment: AmendmentView) => boolean,
  ): Promise<AmendmentView> {
    await whenState(visitor.room, () => amendmentsOf(visitor).some(isSo), { timeoutMs: 30_000 });
    return amendmentsOf(visitor).find(isSo) as AmendmentView;
  }

  it('go from tabling to the next version of the text, before the eyes of everybody', async () => {
    const before = await secretary.mustGet<VersionParagraphs>(path('/paragraphs'));
    expect(before).toMatchObject({ version: 0, newest: 0 });
    expect(before.paragraphs.map(({ text }) => text)).toEqual(WORDS.split('\n\n'));
    const table = { proposal, kind: 'replace' as const, paragraph: 1 };
    const first = { ...table, version: 0, sha256: before.sha256 };
    await made(expert.room.tableAmendment({ ...first, text: 'Readings come every hour.' }));
    await made(
      rapporteur.room.tableAmendment({ ...table, version: 1, text: 'All readings come every day.' }),
    );
    const hourly = await seen(observer, ({ number }) => number === 1);
    const all = await seen(chair, ({ number }) => number === 2);
    expect(hourly).toMatchObject({ label: '1-A1', state: 'tabled', tabledBy: expert.participant });
    const list = await secretary.mustGet<AmendmentList>(path());
    expect(list).toMatchObject({
      newest: 1,
      conflicts: [{ amendments: [hourly.id, all.id], paragraph: 1 }],
      stop: null,
    });

    const decision = { amendment: hourly.id, revision: 1, result: 'accepted' as const, reason: 'Floods.' };
    await made(chair.room.decideAmendment(decision));
    const again = await chair.room.decideAmendment({ ...decision, result: 'rejected' }).done;
    expect(again).toMatchObject({
      ok: false,
      error: { code: 'amendment_decided', data: { state: 'accepted', name: 'Nurlan Abdykadyrov' } },
    });
    const shown = await secretary.mustGet<ConsolidatedText>(path(`/consolidated?also=${all.id}`));
    expect(shown.leftOut).toEqual([{ amendment: all.id, with: hourly.id }]);

    const merged = await made(
      rapporteur.room.mergeAmendments({ proposal, version: 1, amendments: [hourly.id] }),
    );
    await everybodyAt(merged + 3);
    await until('the open page reads so', () => wordsOf(page.doc).includes('every hour'));
    for (const visitor of [chair, observer]) {
      const { snapshot } = visitor.room.getView().record!;
      expect(snapshot.proposals.proposals[0]?.text).toBe(shown.text);
      expect(amendmentsOf(visitor).map(({ state }) => state)).toEqual(['merged', 'needs_rebase']);
    }
    const { steps } = await secretary.mustGet<AmendmentStepList>(path(`/steps/${hourly.id}`));
    expect(steps.map(({ kind, actor, reason }) => [kind, actor, reason])).toEqual([
      ['tabled', expert.participant, null],
      ['accepted', chair.participant, 'Floods.'],
      ['merged', rapporteur.participant, null],
    ]);
  }, 120_000);

  it('offer the sponsors of another on the same paragraph a way onto the new text', async () => {
    const behind = await seen(rapporteur, ({ state }) => state === 'needs_rebase');
    const offer = await secretary.mustGet<RebaseOffer>(path(`/rebase/${behind.id}`));
    expect(offer).toMatchObject({
      verdict: 'changed',
      paragraph: 1,
      suggestion: 'All readings come every hour.',
      hasOverlap: false,
    });
    const wish = {
      amendment: behind.id,
      revision: 1,
      version: offer.to,
      kind: 'replace' as const,
      paragraph: 1,
    };
    const other = await expert.room.rebaseAmendment({ ...wish, text: 'Mine.' }).done;
    expect(other).toMatchObject({ ok: false, error: { code: 'not_sponsor' } });
    await made(rapporteur.room.rebaseAmendment({ ...wish, text: offer.suggestion }));
    expect(await seen(observer, ({ revision }) => revision === 2)).toMatchObject({
      state: 'tabled',
      version: 2,
    });
  }, 60_000);

  it('take what is typed elsewhere along, acknowledged on another node', async () => {
    const { id } = await seen(chair, ({ revision }) => revision === 2);
    await made(chair.room.decideAmendment({ amendment: id, revision: 2, result: 'accepted' }));
    const costs = page.doc.getXmlFragment('default').get(1);
    firstText(page.doc);
    const text = (costs as { get(index: number): { insert(at: number, words: string): void } }).get(0);
    text.insert(0, 'For now: ');
    await until('it is saved', () => page.unsaved === 0);
    const seq = await made(chair.room.mergeAmendments({ proposal, version: 2, amendments: [id] }));
    await everybodyAt(seq + 2);
    expect(observer.room.getView().record?.snapshot.proposals.proposals[0]?.text).toBe(
      'All readings come every hour.\n\nFor now: Costs lie where they fall.',
    );
    await until('the page reads so too', () => wordsOf(page.doc).includes('All readings'));
  }, 60_000);

  it.each([
    ['an unknown field', { colour: 'red' }, 'invalid'],
    ['another kind', { kind: 'move' }, 'invalid'],
    ['a paragraph below zero', { paragraph: -1 }, 'invalid'],
    ['a paragraph beyond the last', { paragraph: 300 }, 'invalid'],
    ['half a paragraph', { paragraph: 1.5 }, 'invalid'],
    ['words too long', { text: 'a'.repeat(20_001) }, 'invalid'],
    ['no words', { text: null }, 'invalid'],
    ['white space for words', { text: ' \n ' }, 'invalid'],
    ['a NUL in the words', { text: 'a\u0000b' }, 'invalid'],
    ['a list for a sponsor', { sponsors: [[]] }, 'invalid'],
    ['somebody else for a sponsor', { sponsors: [{ kind: 'person', id: uuidv7() }] }, 'invalid'],
    ['a version that is gone', { version: 1 }, 'stale_version'],
    ['a version that never was', { version: 99 }, 'stale_version'],
    ['a proposal of nobody', { proposal: uuidv7() }, 'not_found'],
    ['a room of nobody', { room: uuidv7() }, 'not_found'],
  ])('refuse %s by name', async (_, fields, code) => {
    const answer = (await expert.connection.request('amendments.table', {
      v: PROTOCOL_VERSION,
      room: meeting.plenary,
      clientId: uuidv7(),
      proposal,
      version: 3,
      kind: 'replace',
      paragraph: 1,
      text: 'Other words.',
      ...fields,
    } as never)) as { ok: boolean; error?: WireError };
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(answer.error?.message.length).toBeGreaterThan(10);
  });

  it('are read and not made by an observer, and not read by a stranger', async () => {
    const table = { proposal, version: 3, kind: 'delete' as const, paragraph: 1 };
    expect(await observer.room.tableAmendment(table).done).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect((await new Person(here!.url).get(path())).status).toBe(401);
  });
});
