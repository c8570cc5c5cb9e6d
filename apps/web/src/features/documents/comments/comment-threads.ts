import type { Map as SharedMap } from 'yjs';

export const LONGEST_COMMENT = 2_000;

/** Where a passage begins and ends: relative positions of Yjs, which stay with the words while others write. */
export interface Anchor {
  start: unknown;
  end: unknown;
}
export interface CommentWords {
  id: string;
  /** Participant. */
  author: string;
  at: string;
  text: string;
}
/** What is said about one passage. */
export interface Thread extends CommentWords {
  anchor: Anchor;
  /** The passage as it read when the thread began. */
  words: string;
  replies: CommentWords[];
  resolved: { by: string; at: string } | null;
}

/**
 * The comments of a document. Each comment, reply and verdict is an entry of its own in one flat shared map, so that two who
 * answer at the same moment never overwrite each other: `id`, `id/reply/replyId`, `id/resolved`.
 */
export type CommentMap = Pick<SharedMap<unknown>, 'get' | 'set' | 'delete' | 'forEach'>;

/** All threads, the oldest first. What cannot be read, since others' documents hold what they like, is left out. */
export function listThreads(comments: CommentMap): Thread[] {
  const threads = new Map<string, Thread>();
  const replies: { thread: string; reply: CommentWords }[] = [];
  comments.forEach((value, key) => {
    const [id = '', part, replyId] = key.split('/');
    if (part === undefined) {
      const thread = readThread(id, value);
      if (thread) threads.set(id, { ...thread, resolved: readVerdict(comments.get(`${id}/resolved`)) });
    } else if (part === 'reply' && replyId) {
      const reply = readWords(replyId, value);
      if (reply) replies.push({ thread: id, reply });
    }
  });
  for (const { thread, reply } of replies.sort((a, b) => inTime(a.reply, b.reply))) {
    threads.get(thread)?.replies.push(reply);
  }
  return [...threads.values()].sort(inTime);
}

export function beginThread(comments: CommentMap, thread: Omit<Thread, 'replies' | 'resolved'>): void {
  const { id, ...rest } = thread;
  comments.set(id, rest);
}

export function reply(comments: CommentMap, thread: string, { id, ...rest }: CommentWords): void {
  comments.set(`${thread}/reply/${id}`, rest);
}

export function resolve(comments: CommentMap, thread: string, verdict: { by: string; at: string }): void {
  comments.set(`${thread}/resolved`, verdict);
}

export function reopen(comments: CommentMap, thread: string): void {
  comments.set(`${thread}/resolved`, null);
}

function readThread(id: string, value: unknown): Thread | null {
  const words = readWords(id, value);
  const { anchor, words: passage } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (!words || typeof passage !== 'string' || !isAnchor(anchor)) return null;
  return { ...words, anchor, words: passage, replies: [], resolved: null };
}

function readWords(id: string, value: unknown): CommentWords | null {
  const { author, at, text } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof author !== 'string' || typeof at !== 'string' || typeof text !== 'string') return null;
  return Number.isNaN(Date.parse(at)) ? null : { id, author, at, text: text.slice(0, LONGEST_COMMENT) };
}

function readVerdict(value: unknown): Thread['resolved'] {
  const { by, at } = (value ?? {}) as Partial<Record<string, unknown>>;
  const isWhole = typeof by === 'string' && typeof at === 'string' && !Number.isNaN(Date.parse(at));
  return isWhole ? { by, at } : null;
}

function isAnchor(value: unknown): value is Anchor {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function inTime(a: CommentWords, b: CommentWords): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}
