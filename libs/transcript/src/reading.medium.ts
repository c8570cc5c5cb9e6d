import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Member } from '@roundtable/platform';
import { emptyMigratedDatabase } from '../../../test/support/postgres.js';
import { append, fill, found } from '../../../test/support/transcript-meeting.js';
import { startTranscriptNode, type TranscriptNode } from '../../../test/support/transcript-node.js';
import { SearchQueryDto } from './dto/search-query.dto.js';
import { TranscriptQueryDto } from './dto/transcript-query.dto.js';
import { ExportService, SearchService, TranscriptService } from './index.js';

describe('reading a transcript', () => {
  let database: { url: string; drop(): Promise<void> };
  let node: TranscriptNode;
  let reader: Member;
  const aida = newId();
  const timur = newId();
  const delegation = newId();

  beforeAll(async () => {
    database = await emptyMigratedDatabase();
    node = await startTranscriptNode(database.url);
    const { meeting } = await found(node, { aida, timur, delegation });
    reader = await node.member(meeting, aida);
  });
  afterAll(async () => {
    await node.close();
    await database.drop();
  });

  const say = (body: string, actor = aida) =>
    append(node, reader.membership.roomId, {
      type: 'discussion.posted',
      actor,
      data: { body, replyTo: null, quote: null, mentions: [], language: null },
    });
  const page = (over: Partial<TranscriptQueryDto> = {}) =>
    node.app.get(TranscriptService).readPage(reader, Object.assign(new TranscriptQueryDto(), over));
  const search = (q: string, over: Partial<SearchQueryDto> = {}) =>
    node.app.get(SearchService).search(reader, Object.assign(new SearchQueryDto(), { q }, over));
  const seqs = async (q: string) => (await search(q)).hits.map((hit) => hit.seq);
  const marked = async (q: string) =>
    (await search(q)).hits.map(({ excerpt, marks }) => marks.map(([from, to]) => excerpt.slice(from, to)));

  it('shows the newest words, tombstones, reactions and proposals', async () => {
    const seq = await say('The tunnel leaks.');
    const gone = await say('Never mind this.', timur);
    const { roomId } = reader.membership;
    await append(node, roomId, {
      type: 'discussion.edited',
      actor: aida,
      target: seq,
      data: { body: 'The tunnel leaks badly.', mentions: [], version: 2 },
    });
    await append(node, roomId, {
      type: 'discussion.withdrawn',
      actor: timur,
      target: gone,
      data: { reason: 'mistake' },
    });
    await append(node, roomId, {
      type: 'discussion.reacted',
      actor: timur,
      target: seq,
      data: { reaction: '👏', on: true },
    });
    const { passages } = await page({ around: seq });
    expect(passages.find((passage) => passage.seq === seq)).toMatchObject({
      kind: 'message',
      body: 'The tunnel leaks badly.',
      version: 2,
      reactions: [{ reaction: '👏', participants: [timur] }],
    });
    const tombstone = passages.find((passage) => passage.seq === gone);
    expect(tombstone).toMatchObject({ body: null, quote: null, withdrawn: { reason: 'mistake' } });
    expect(await seqs('mind')).toEqual([]);
    expect(await seqs('badly')).toEqual([seq]);
  });

  it('finds other forms of a Russian word and marks them', async () => {
    const seq = await say('Водозабор на верхних каналах ведут без учёта.');
    await say('Совсем другое дело.');
    expect(await seqs('канал верхний')).toEqual([seq]);
    expect(await seqs('учета')).toEqual([seq]);
    expect(await marked('каналами')).toEqual([['каналах']]);
  });

  it('finds other forms of a Kyrgyz word by likeness', async () => {
    const seq = await say('Бул маселе боюнча кызматташтыкты улантабыз.');
    expect(await seqs('кызматташтыктын')).toEqual([seq]);
    expect(await marked('кызматташтыктын')).toEqual([['кызматташтыкты']]);
  });

  it('finds other forms of an English word, beginnings, phrases, and leaves out what is excluded', async () => {
    const one = await say('The reservoirs were measured by independent surveyors.');
    const two = await say('Surveyors measured nothing at the reservoir in spring.');
    expect((await seqs('reservoir measuring')).sort()).toEqual([one, two].sort());
    expect(await seqs('"independent surveyors"')).toEqual([one]);
    expect(await seqs('reservoir -spring')).toEqual([one]);
    expect(await seqs('independ')).toEqual([one]);
    expect(await seqs('"surveyors independent"')).toEqual([]);
  });

  it('finds numbers with a fraction, and words that a slash, a dot or a bracket joins', async () => {
    const seq = await say(
      'The water/energy balance of 3.75 percent is on canal.board.example, see <annex.two>.',
    );
    for (const words of [
      'water',
      'energy bal',
      'water/energy',
      '3.75',
      '"3.75 percent"',
      'board',
      'annex.two',
    ])
      expect([words, await seqs(words)]).toEqual([words, [seq]]);
    expect(await marked('canal.board.example')).toEqual([['canal', 'board', 'example']]);
  });

  it('finds words whose letters were typed in parts', async () => {
    const seq = await say('Сайдагы суу көбөйдү.'.normalize('NFD'));
    expect(await seqs('сайдагы')).toEqual([seq]);
    expect(await seqs('көбөйдү'.normalize('NFD'))).toEqual([seq]);
  });

  it('never fails on an odd query, and finds hostile text as text', async () => {
    const hostile = '<script>alert("пересмотр")</script> \u2067مرحبا\u2069 O\'Brien & sons | 100% \\ :*';
    const seq = await say(hostile);
    for (const odd of [
      "'",
      '"',
      ':*',
      '&',
      '!',
      '<->',
      '\\',
      '%_',
      "a' OR 1=1 --",
      '()',
      '-',
      'a:*b',
      '<script>',
      '🌊',
      '\u2028',
    ])
      expect(Array.isArray((await search(odd)).hits)).toBe(true);
    const answer = await search('пересмотр');
    expect(answer.hits).toMatchObject([{ seq, excerpt: hostile }]);
    expect(await marked("O'Brien")).toEqual([['O', 'Brien']]);
  });

  it('narrows by speaker, delegation, kind and time', async () => {
    const seq = await say('Turbines need oil.', timur);
    const all = await page({ limit: 500 });
    expect(
      (await page({ speaker: timur, kind: 'message' })).passages.every((each) => each.speaker === timur),
    ).toBe(true);
    const ofDelegation = await page({ delegation, limit: 500 });
    expect(ofDelegation.passages.map((each) => each.seq)).toContain(seq);
    expect(ofDelegation.passages.every((each) => each.speaker === timur)).toBe(true);
    expect((await page({ kind: 'event' })).passages.every((each) => each.kind === 'event')).toBe(true);
    expect((await page({ from: '2999-01-01T00:00:00Z' })).total).toBe(0);
    expect((await page({ to: '2999-01-01T00:00:00Z' })).total).toBe(all.total);
    expect((await search('turbines', { speaker: aida })).total).toBe(0);
    await expect(page({ after: 1, before: 9 })).rejects.toMatchObject({ code: 'invalid' });
    await expect(page({ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('shows who takes part no more as the one it is about', async () => {
    const { roomId } = reader.membership;
    const nothing = { position: null, delegation: null, language: null, attendance: null };
    const person = { id: newId(), name: 'Nodira Rahimova', roles: ['expert' as const], ...nothing };
    const tell = (type: 'meetings.participant_added' | 'meetings.participant_removed', removed: boolean) =>
      append(node, roomId, { type, actor: aida, data: { participant: { ...person, removed } } });
    await tell('meetings.participant_added', false);
    const seq = await tell('meetings.participant_removed', true);
    const { passages } = await page({ speaker: person.id });
    expect(passages).toMatchObject([{ seq, kind: 'event', speaker: person.id, recordedBy: aida }]);
  });

  it('shows nothing to a reader who was removed meanwhile', async () => {
    const stranger = { ...reader, membership: { ...reader.membership, participantId: newId() } };
    const query = Object.assign(new TranscriptQueryDto(), {});
    expect((await node.app.get(TranscriptService).readPage(stranger, query)).passages).toEqual([]);
    const dto = Object.assign(new SearchQueryDto(), { q: 'tunnel' });
    expect((await node.app.get(SearchService).search(stranger, dto)).hits).toEqual([]);
  });

  it('writes a document in three languages with every change and nothing that runs', async () => {
    const { meetingId } = reader.membership;
    for (const [language, heading] of [
      ['en', 'Attendance'],
      ['ru', 'Участники'],
      ['ky', 'Катышуучулар'],
    ] as const) {
      const { text } = await node.app.get(ExportService).exportMarkdown(meetingId, 'staff', language);
      expect(text).toContain(`## ${heading}`);
      expect(text).toContain('> The tunnel leaks badly.');
      expect(text).toContain('> The tunnel leaks.\n');
      expect(text).not.toContain('Never mind this.');
      expect(text).toContain('👏 1');
      expect(text).not.toMatch(/<script|<b>/);
      expect(text).toContain('Timur \\<b\\>Asanov\\</b\\>');
    }
  });

  it('pages through 10,000 entries by key, both ways, quickly', async () => {
    const { meeting, room } = await found(node, { aida: newId(), timur: newId(), delegation: newId() });
    await fill(node, room, 10_000);
    const member = await node.member(meeting);
    const service = node.app.get(TranscriptService);
    const seen: number[] = [];
    let after: number | null = 0;
    const startedAt = performance.now();
    while (after !== null) {
      const answer = await service.readPage(
        member,
        Object.assign(new TranscriptQueryDto(), { after, limit: 500 }),
      );
      seen.push(...answer.passages.map((each) => each.seq));
      after = answer.after;
    }
    const perPage = (performance.now() - startedAt) / 21;
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThanOrEqual(10_000);
    const last = await service.readPage(
      member,
      Object.assign(new TranscriptQueryDto(), { before: seen.at(-1) }),
    );
    expect(last.passages.map((each) => each.seq)).toEqual(seen.slice(-101, -1));
    const outlineAt = performance.now();
    const outline = await service.readOutline(member);
    expect(outline.passages).toBe(seen.length);
    const searchAt = performance.now();
    const found10k = await node.app
      .get(SearchService)
      .search(member, Object.assign(new SearchQueryDto(), { q: 'number 7777' }));
    expect(found10k.total).toBe(1);
    process.stdout.write(
      `10,000 entries: page of 500 ${perPage.toFixed(0)} ms, outline ${(searchAt - outlineAt).toFixed(0)} ms, search ${(performance.now() - searchAt).toFixed(0)} ms\n`,
    );
    expect(perPage).toBeLessThan(2_000);
  });
});
