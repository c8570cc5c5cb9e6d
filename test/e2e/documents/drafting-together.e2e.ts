import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDocument, type DocumentSession } from '@roundtable/client';
import type { DocumentDiff, DocumentVersionList, DocumentVersionText } from '@roundtable/contracts';
import { firstText, until, wordsOf } from '../../support/document-page.js';
import {
  actOnMeeting,
  becomeAdministrator,
  createMeeting,
  inviteTo,
  type Person,
} from '../../support/person.js';
import { blankDatabase } from '../../support/postgres.js';
import { startRedis, type TestRedis } from '../../support/redis.js';
import { caughtUp, visit, type RoomVisitor } from '../../support/room-visitor.js';
import { startRoundtable, type RunningRoundtable } from '../../support/roundtable.js';

const WORDS = 'Readings come every hour.';

describe('a proposal drafted together over two nodes', () => {
  let database: { url: string; drop(): Promise<void> };
  let redis: TestRedis;
  let [staying, killed]: RunningRoundtable[] = [];
  let secretary: Person;
  let meeting: string;
  let people: RoomVisitor[] = [];
  let proposal: string;
  const opened: DocumentSession[] = [];

  beforeAll(async () => {
    [database, redis] = await Promise.all([blankDatabase(), startRedis()]);
    const settings = {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      ROUNDTABLE_SECRET: 'a secret of thirty-two characters',
    };
    staying = await startRoundtable(settings);
    secretary = await becomeAdministrator(staying);
    meeting = (await createMeeting(secretary)).meeting.id;
    await actOnMeeting(secretary, meeting, 'open');
    killed = await startRoundtable(settings);
    for (const [index, name] of ['Aigul Toktosunova', 'Bakyt Osmonov'].entries()) {
      const { link } = await inviteTo(secretary, meeting, { name, roles: ['rapporteur'] });
      const node = index === 0 ? staying : killed;
      people.push(await visit(`${node.url}${new URL(link).pathname}`));
    }
    proposal = await capture();
  }, 180_000);

  afterAll(async () => {
    for (const session of opened) session.close();
    for (const person of people) person.leave();
    people = [];
    await staying?.dispose();
    await killed?.dispose();
    await redis?.stop();
    await database?.drop();
  });

  async function capture(): Promise<string> {
    const [author] = people as [RoomVisitor];
    const posted = await author.room.post({ body: WORDS }).done;
    if (!posted.ok) throw new Error(posted.error.message);
    const sources = [{ seq: posted.seq, from: 0, to: WORDS.length, words: WORDS }];
    const captured = await author.room.capture({ sources }).done;
    if (!captured.ok) throw new Error(captured.error.message);
    for (const person of people) await caughtUp(person, captured.seq);
    const found = author.room.getView().record?.snapshot.proposals.proposals[0];
    if (!found) throw new Error('There is no proposal.');
    return found.id;
  }

  async function open(): Promise<DocumentSession[]> {
    const sessions = people.map(({ room }) => openDocument(room.ground, proposal));
    opened.push(...sessions);
    for (const session of sessions) await until('it is live', () => session.state === 'live', 60_000);
    return sessions;
  }

  it('has every word of both once, where a node is killed while they write', async () => {
    const sessions = await open();
    const [here, there] = sessions as [DocumentSession, DocumentSession];
    for (let turn = 0; turn < 60; turn += 1) {
      for (const [index, { doc }] of sessions.entries()) {
        const text = firstText(doc);
        text.insert(text.length, ` ${index === 0 ? 'a' : 'b'}${turn};`);
      }
      if (turn === 20) await killed!.kill();
      if (turn === 40) await killed!.restart();
      await until('it is on the disk', () => here.unsaved === 0);
    }
    await until('all is saved', () => sessions.every(({ unsaved }) => unsaved === 0), 60_000);
    await until('both read the same', () => wordsOf(here.doc) === wordsOf(there.doc), 30_000);
    for (let turn = 0; turn < 60; turn += 1)
      for (const name of ['a', 'b']) expect(wordsOf(here.doc).split(` ${name}${turn};`)).toHaveLength(2);
    for (const session of sessions) session.close();
    const [fresh] = await open();
    expect(wordsOf(fresh!.doc)).toBe(wordsOf(here.doc));
  }, 180_000);

  it('makes a version the text of the proposal, with its hash on the record and its difference by words', async () => {
    const [session] = await open();
    const [author] = people as [RoomVisitor];
    const save = async (note: string) => {
      const saved = await author.room.versionDocument({ proposal, note }).done;
      if (!saved.ok) throw new Error(saved.error.message);
      await caughtUp(author, saved.seq + 1);
    };
    await save('First reading');
    firstText(session!.doc).insert(0, 'Urgent: ');
    await until('it is saved', () => session!.unsaved === 0);
    await save('Second reading');
    const again = await author.room.versionDocument({ proposal, note: null }).done;
    expect(again).toMatchObject({ ok: false, error: { code: 'nothing_changed' } });

    const path = `/api/v1/meetings/${meeting}/documents/${proposal}`;
    const { versions } = await secretary.mustGet<DocumentVersionList>(`${path}/versions`);
    expect(versions.map(({ version, note }) => [version, note])).toEqual([
      [1, 'First reading'],
      [2, 'Second reading'],
    ]);
    const { text } = await secretary.mustGet<DocumentVersionText>(`${path}/versions/2`);
    expect(text).toMatch(/^Urgent: Readings come every hour\./);
    const found = author.room.getView().record?.snapshot.proposals.proposals[0];
    expect(found?.text).toBe(text);
    const { parts } = await secretary.mustGet<DocumentDiff>(`${path}/diff?from=1&to=2`);
    expect(parts.slice(0, 2)).toMatchObject([{ kind: 'added', words: 'Urgent: ' }, { kind: 'same' }]);
    expect((await secretary.get(`${path}/versions/3`)).status).toBe(404);
  }, 120_000);
});
