import { describe, expect, it } from '@jest/globals';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { beginThread, listThreads, reopen, reply, resolve, type Thread } from './comment-threads.js';

const commentsOf = (doc: Doc) => doc.getMap('comments');
const begun = (id: string, at: string): Omit<Thread, 'replies' | 'resolved'> => ({
  id,
  author: 'asel',
  at,
  text: `about ${id}`,
  anchor: { start: {}, end: {} },
  words: 'the upper weir',
});

/** Two who write without hearing each other, and then hear all. */
function exchange(one: Doc, other: Doc): void {
  applyUpdate(one, encodeStateAsUpdate(other));
  applyUpdate(other, encodeStateAsUpdate(one));
}

describe('comments in a shared document', () => {
  it('keeps both replies of two who answer at the same moment, in the order of time', () => {
    const [one, other] = [new Doc(), new Doc()];
    beginThread(commentsOf(one), begun('t1', '2026-11-22T08:00:00Z'));
    exchange(one, other);
    reply(commentsOf(one), 't1', { id: 'r2', author: 'asel', at: '2026-11-22T08:02:00Z', text: 'later' });
    reply(commentsOf(other), 't1', { id: 'r1', author: 'timur', at: '2026-11-22T08:01:00Z', text: 'sooner' });
    exchange(one, other);
    for (const doc of [one, other]) {
      expect(listThreads(commentsOf(doc))[0]?.replies.map(({ text }) => text)).toEqual(['sooner', 'later']);
    }
  });

  it('can be resolved and opened again', () => {
    const comments = commentsOf(new Doc());
    beginThread(comments, begun('t1', '2026-11-22T08:00:00Z'));
    resolve(comments, 't1', { by: 'timur', at: '2026-11-22T09:00:00Z' });
    expect(listThreads(comments)[0]?.resolved).toEqual({ by: 'timur', at: '2026-11-22T09:00:00Z' });
    reopen(comments, 't1');
    expect(listThreads(comments)[0]?.resolved).toBeNull();
  });

  it('shows the oldest first', () => {
    const comments = commentsOf(new Doc());
    beginThread(comments, begun('b', '2026-11-22T09:00:00Z'));
    beginThread(comments, begun('a', '2026-11-22T08:00:00Z'));
    expect(listThreads(comments).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('reads nothing from what somebody forged, and loses nothing of the others', () => {
    const comments = commentsOf(new Doc());
    beginThread(comments, begun('t1', '2026-11-22T08:00:00Z'));
    const forged: [string, unknown][] = [
      ['t2', null],
      ['t3', 'words'],
      ['t4', { author: 'x' }],
      ['t5', { ...begun('t5', 'no time') }],
      ['t6', { ...begun('t6', '2026-11-22T08:00:00Z'), anchor: 7 }],
      ['t1/reply/r1', { author: {}, at: '2026-11-22T08:00:00Z', text: 'x' }],
      ['t1/resolved', { by: 4 }],
      ['t9/reply/r1', { author: 'x', at: '2026-11-22T08:00:00Z', text: 'to nothing' }],
      ['/', {}],
    ];
    for (const [key, value] of forged) comments.set(key, value);
    expect(listThreads(comments)).toMatchObject([{ id: 't1', replies: [], resolved: null }]);
  });
});
