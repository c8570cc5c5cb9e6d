import { describe, expect, it } from '@jest/globals';
import { SeqMap, type MessageState, type PendingItem } from '@roundtable/client';
import { countUnread, recordRows, type RowSources } from './record-rows.js';

const minute = 60_000;
const begin = Date.parse('2026-11-22T08:00:00.000Z');

function message(seq: number, author: string, afterMs = seq * 1_000): MessageState {
  return {
    ...{ kind: 'message', seq, at: new Date(begin + afterMs).toISOString(), author, recordedBy: null },
    ...{
      item: null,
      segment: null,
      body: 'Words.',
      language: null,
      textSeq: seq,
      version: 1,
      editedAt: null,
    },
    ...{
      withdrawn: null,
      replyTo: null,
      quote: null,
      mentions: [],
      reactions: [],
      proposals: [],
      history: [],
    },
  } as MessageState;
}

function rowsOf(messages: MessageState[], change: Partial<RowSources> = {}) {
  const record = {
    timeline: messages.map(({ seq }) => seq),
    gaps: [],
    messages: messages.reduce((map, each) => map.set(each.seq, each), SeqMap.empty<MessageState>()),
    events: SeqMap.empty<never>(),
  };
  const dayOf = (at: string) => at.slice(0, 10);
  return recordRows({ record, pending: [], self: 'me', newAfter: null, dayOf, ...change });
}
const kinds = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.kind);

describe('the rows of the record', () => {
  it('name the author once for words that follow within five minutes', () => {
    const rows = rowsOf([message(1, 'a'), message(2, 'a'), message(3, 'b'), message(4, 'b', 9 * minute)]);
    const firsts = rows.flatMap((row) => (row.kind === 'message' ? [row.isFirst] : []));
    expect(firsts).toEqual([true, false, true, true]);
  });

  it('put the date above the first entry of each day', () => {
    const rows = rowsOf([message(1, 'a'), message(2, 'a', 20 * 60 * minute)]);
    expect(kinds(rows)).toEqual(['title', 'day', 'message', 'day', 'message']);
  });

  it('put the new line above the first words of somebody else after what was read', () => {
    const rows = rowsOf([message(1, 'a'), message(2, 'me'), message(3, 'b')], { newAfter: 1 });
    expect(kinds(rows)).toEqual(['title', 'day', 'message', 'message', 'new', 'message']);
  });

  it('draw a gap where it lies, and no title while the beginning is missing', () => {
    const messages = [message(5, 'a'), message(9, 'a')];
    const { timeline, map } = { timeline: [5, 9], map: messages };
    const record = {
      timeline,
      gaps: [
        { from: 1, to: 4 },
        { from: 6, to: 8 },
      ],
      messages: map.reduce((all, each) => all.set(each.seq, each), SeqMap.empty<MessageState>()),
      events: SeqMap.empty<never>(),
    };
    expect(kinds(rowsOf([], { record }))).toEqual(['gap', 'day', 'message', 'gap', 'message']);
  });

  it('end with own words on their way', () => {
    const item = { intent: 'discussion.post', clientId: 'c', words: { body: 'Soon.' }, status: 'waiting' };
    const rows = rowsOf([message(1, 'me')], { pending: [item as PendingItem] });
    expect(rows.at(-1)).toMatchObject({ kind: 'pending', key: 'pc', isFirst: false });
  });

  it('count what others wrote since, not what one wrote oneself', () => {
    const messages = [message(1, 'a'), message(2, 'me'), message(3, 'b'), message(4, 'a')];
    const record = {
      timeline: [1, 2, 3, 4],
      gaps: [],
      messages: messages.reduce((all, each) => all.set(each.seq, each), SeqMap.empty<MessageState>()),
      events: SeqMap.empty<never>(),
    };
    expect(countUnread(record, 1, 'me')).toBe(2);
  });
});
