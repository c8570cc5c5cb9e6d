import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIENCES, type Entry, type HistoryPage } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import fc from 'fast-check';
import { registerDiary } from '../../../test/support/diary.js';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import {
  People,
  posting,
  startRecordNode,
  type Person,
  type RecordNode,
} from '../../../test/support/record-node.js';
import type { Draft } from './append-command.js';
import type { PageWish } from './page-range.js';
import { PageReader } from './page-reader.js';
import { RecordFeatures } from './feature-ports.js';
import { RecordReader } from './record-reader.js';

const ENTRIES = 200;

describe('a page of history as Postgres writes it', () => {
  const people = new People();
  let database: { url: string; drop(): Promise<void> };
  let node: RecordNode;
  let room: string;
  let speaker: Person;

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startRecordNode(database.url, {
      people,
      features: (features: RecordFeatures) => {
        registerDiary(features);
        // Says nothing of how it shows entries, so each must go through it; it shows some and withholds others.
        const present = (entry: Entry): Entry | null => (entry.seq % 3 === 0 ? null : entry);
        features.register({ name: 'floor', project: () => Promise.resolve(), present });
      },
    });
    room = await node.createRoom();
    speaker = people.add(room, 'staff');
    const seed = Date.now() % 1_000_000;
    process.stdout.write(`page text: SEED=${seed}\n`);
    for (const draft of fc.sample(anyDraft, { numRuns: ENTRIES, seed }))
      await node.records.append(
        posting(speaker, newId(), { shared: {}, decide: () => Promise.resolve([draft]) }),
      );
  }, 60_000);

  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  it('is what the presenters give, for every audience and every way of asking', async () => {
    const pages = node.app.get(PageReader);
    const reader = node.app.get(RecordReader);
    const seq = fc.integer({ min: 1, max: ENTRIES + 5 });
    // A page of one entry is often passed on, a long one hardly ever: both must be among them, whatever the seed.
    const limit = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 }));
    const wish: fc.Arbitrary<PageWish> = fc.oneof(
      fc.record({ limit }),
      fc.record({ before: seq, limit }),
      fc.record({ after: seq, limit }),
      fc.record({ around: seq, limit }),
    );
    await fc.assert(
      fc.asyncProperty(wish, fc.constantFrom(...AUDIENCES), async (asked, audience) => {
        const text = await pages.readPage(room, asked, audience);
        const page = await reader.readPage(room, asked, audience);
        expect(JSON.parse(text)).toEqual(page);
        // Byte for byte what would be sent without Postgres's help.
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(page));
        if (audience !== 'staff') expect(text).not.toContain('staff only');
      }),
      { numRuns: 300 },
    );
    // Both ways were taken, else one of them was compared with itself.
    expect(pages.counts.passedOn).toBeGreaterThan(0);
    expect(pages.counts.presented).toBeGreaterThan(0);
  }, 60_000);

  it('is never passed on where anything later that refers to it is not shown as it is stored', async () => {
    const other = await node.createRoom();
    const chair = people.add(other, 'staff');
    await node.records.append(posting(chair, 'The proposal stands.'));
    const pages = node.app.get(PageReader);
    const before = pages.counts.passedOn;
    await pages.readPage(other, { after: 0, limit: 1 }, 'staff');
    expect(pages.counts.passedOn).toBe(before + 1);
    const drafts = [floorDraft(1), floorDraft(1)];
    for (const draft of drafts)
      await node.records.append(posting(chair, newId(), { decide: () => Promise.resolve([draft]) }));
    const page = JSON.parse(await pages.readPage(other, { after: 0, limit: 1 }, 'staff')) as HistoryPage;
    expect(pages.counts.passedOn).toBe(before + 1);
    expect(page.later).toMatchObject([{ seq: 2 }, { seq: 3, withheld: true }]);
  });
});

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      'staff only: the draft',
      '"quoted" \\ back/slash',
      'line\nbreak\ttab',
      '\u2028\u2029',
      '<script>',
      'Ыңгайлуу өтө',
    ),
    // Postgres keeps no NUL in a text, so the validation lets none in.
  )
  .map((text) => text.replaceAll('\u0000', ''));

const target = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: ENTRIES }));

const anyDraft: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(words, target).map(([body, at]) => said(body, at)) },
  { weight: 1, arbitrary: target.map((at) => floorDraft(at)) },
);

function said(body: string, at: number | null): Draft {
  const data = { body, replyTo: at, quote: null, mentions: [newId()], language: null };
  return { type: 'discussion.posted', data, target: at, item: at === null ? null : newId() };
}

function floorDraft(at: number | null): Draft {
  const times = { requestedAt: '2026-05-12T09:00:00.000Z', grantedAt: null, endedAt: null };
  const request = { id: newId(), participant: newId(), kind: 'statement' as const, note: null, order: 1 };
  return {
    type: 'floor.requested',
    data: { request: { ...request, ...times, state: 'waiting' } },
    target: at,
    item: null,
  };
}
