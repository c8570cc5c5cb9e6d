import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { idOf, mark, ProposalsRoom } from '../../../test/support/proposals-room.js';
import { hashWords } from './provenance.js';

describe('capturing a proposal', () => {
  let room: ProposalsRoom;
  beforeAll(async () => {
    room = await ProposalsRoom.open();
  });
  beforeEach(() => room.renew());
  afterAll(() => room.close());

  const code = (expected: string) => expect.objectContaining({ code: expected });

  it('fixes words, place, speaker, delegation and time of every passage', async () => {
    const first = await room.say();
    const body = 'The gauges are old.';
    const second = await room.record({
      type: 'discussion.stated',
      actor: idOf(room.rapporteur),
      data: { speaker: idOf(room.guest), body, language: 'en' },
    });
    const words = '🌊 to publish flow data monthly';
    await room.capture([mark(first, words), mark(second, 'gauges are old', body)]);
    const entries = await room.entries();
    expect(await room.newest()).toMatchObject({
      number: 1,
      title: `${words} gauges are old`,
      text: `${words}\n\ngauges are old`,
      state: 'captured',
      version: 1,
      capturedBy: idOf(room.rapporteur),
      capturedAt: entries[2]!.at,
      sources: [
        {
          room: room.at.room,
          seq: 1,
          textSeq: 1,
          from: 11,
          to: 42,
          sha256: hashWords(words),
          words,
          speaker: idOf(room.expert),
          delegation: room.delegation,
          at: entries[0]!.at,
        },
        { seq: 2, words: 'gauges are old', speaker: idOf(room.guest), delegation: null, at: entries[1]!.at },
      ],
    });
  });

  it('gives captures made at once from two nodes different numbers', async () => {
    const seq = await room.say();
    const nodes = Array.from({ length: 10 }, (_, index) => (index % 2 ? room.here : room.there));
    await Promise.all(nodes.map((node) => room.capture([mark(seq, 'flow data')], {}, node)));
    expect((await room.list()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('refuses words that are not there, and keeps nothing', async () => {
    const seq = await room.say();
    const wrong = { ...mark(seq, 'flow data'), words: 'Flow data' };
    await expect(room.capture([mark(seq, 'monthly'), wrong])).rejects.toMatchObject({
      code: 'words_mismatch',
      data: { seq },
    });
    await expect(room.capture([{ ...mark(seq, 'monthly'), seq: 2 }])).rejects.toMatchObject({
      code: 'target_missing',
      data: { seq: 2 },
    });
    expect(await room.list()).toEqual([]);
    expect(await room.entries()).toHaveLength(1);
  });

  it('captures from the newest text and says where that stands', async () => {
    const seq = await room.say('old words');
    await room.edit(seq, 'newer words');
    const textSeq = await room.edit(seq, 'new words');
    await expect(room.capture([mark(seq, 'old', 'old words')])).rejects.toEqual(code('words_mismatch'));
    await room.capture([mark(seq, 'new', 'new words')]);
    expect(await room.newest()).toMatchObject({ sources: [{ seq, textSeq, words: 'new' }] });
  });

  it('keeps the words as they stood when the message is edited or withdrawn afterwards', async () => {
    const seq = await room.say();
    await room.capture([mark(seq, 'flow data')]);
    const before = await room.newest();
    await room.edit(seq, 'Something else.');
    expect(await room.newest()).toEqual(before);
    const actor = idOf(room.expert);
    await room.record({ type: 'discussion.withdrawn', actor, target: seq, data: { reason: null } });
    expect(await room.newest()).toEqual(before);
    const marked = mark(seq, 'Something', 'Something else.');
    await expect(room.capture([marked])).rejects.toEqual(code('target_withdrawn'));
  });

  it('keeps the delegation for which somebody spoke when they change it afterwards', async () => {
    const seq = await room.say();
    await room.capture([mark(seq, 'flow data')]);
    await room.here.dataSource.query('UPDATE meetings_participants SET delegation_id = NULL WHERE id = $1', [
      idOf(room.expert),
    ]);
    expect(await room.newest()).toMatchObject({ sources: [{ delegation: room.delegation }] });
  });

  it('shows no words once the text that held them was removed', async () => {
    const seq = await room.say();
    await room.capture([mark(seq, 'flow data')]);
    const removed = { replyTo: null, quote: null, mentions: [], language: null, body: '' };
    await room.here.dataSource.query('UPDATE record_entries SET data = $2 WHERE room_id = $1 AND seq = 1', [
      room.at.room,
      removed,
    ]);
    expect(await room.newest()).toMatchObject({ sources: [{ words: null, sha256: hashWords('flow data') }] });
  });

  it('shows neither words nor names of an entry withheld from the reader', async () => {
    const seq = await room.say();
    await room.capture([mark(seq, 'flow data')]);
    const shown = (await room.here.snapshot(room.at.room, 'observer')).proposals.proposals;
    expect(shown).toMatchObject([{ number: 1, sources: [{ words: null, speaker: null, delegation: null }] }]);
    const published = (await room.here.snapshot(room.at.room, 'public')).proposals;
    expect(published).toEqual({ proposals: [], decisions: [] });
  });

  it('is for staff only, also after the meeting was closed, but not once it is published', async () => {
    const sources = [mark(await room.say(), 'flow data')];
    const { expert, attendance, at } = room;
    await expect(room.service().capture(expert, room.intent({ sources }))).rejects.toEqual(code('forbidden'));
    attendance.setState(at, 'closed');
    await expect(room.capture(sources)).resolves.toBeDefined();
    attendance.setState(at, 'published');
    await expect(room.capture(sources)).rejects.toEqual(code('room_closed'));
  });

  it('makes one proposal of a capture sent twice', async () => {
    const captured = room.intent({ sources: [mark(await room.say(), 'flow data')] });
    const first = await room.service(room.here).capture(room.rapporteur, captured);
    const again = await room.service(room.there).capture(room.rapporteur, captured);
    expect(again).toEqual({ ...first, duplicate: true });
    expect(await room.list()).toHaveLength(1);
  });

  it('refuses marked words that are longer together than a proposal may be', async () => {
    const body = 'x'.repeat(10_000);
    const seq = await room.say(body);
    const sources = Array.from({ length: 6 }, () => mark(seq, body, body));
    await expect(room.capture(sources)).rejects.toMatchObject({ code: 'invalid', data: { field: 'text' } });
    await expect(room.capture(sources, { text: 'Short.' })).resolves.toBeDefined();
  });
});
