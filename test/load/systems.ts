import { setTimeout as delay } from 'node:timers/promises';
import { PROTOCOL_VERSION, type RecordEntries, type VisibleEntry } from '@roundtable/contracts';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { OrderRule, ReceivedBatch } from './delivery-check.js';
import { numberOf } from './message-text.js';
import { seedRoom } from './seeded-room.js';
import { WireClient } from './wire-client.js';

/** Somebody in a room. */
export interface Member {
  client: WireClient;
  mayPost: boolean;
}

/** A room that everybody has joined. */
export interface OpenedRoom {
  id: string;
  members: Member[];
}

/** A server that is measured, seen from outside. */
export interface System {
  order: OrderRule;
  /** Makes a room and lets so many people join it; the places say to which of the nodes each connects. */
  openRoom(urls: readonly string[], people: number): Promise<OpenedRoom>;
  /** The event and payload that post a text. */
  post(room: string, body: string): [event: string, payload: object];
  /** What messages an event brings; null for another event. */
  read(frame: Buffer): ReceivedBatch | null;
}

const JOINED_AT_ONCE = 50;
const ENTRIES = Buffer.from('42["record.entries"');
const MESSAGE = Buffer.from('42["message');

/** Roundtable: people with logins and rights of their own, everything checked and on the record. */
export function roundtable(database: pg.Client): System {
  return {
    order: 'gapless',
    openRoom: async (urls, people) => {
      const { room, cookies } = await seedRoom(database, people);
      const members = await inTurns(cookies, async (cookie, index) => {
        const url = urlOf(urls, index);
        const client = await WireClient.connect({ url, cookie, auth: { v: PROTOCOL_VERSION } });
        const request = { v: PROTOCOL_VERSION, room, since: null, epoch: null };
        await untilAdmitted(() => client.askAndWait('record.sync', request));
        // The second is an observer, who may not post.
        return { client, mayPost: index !== 1 };
      });
      return { id: room, members };
    },
    post: (room, body) => [
      'discussion.post',
      { v: PROTOCOL_VERSION, room, clientId: uuidv7(), body, replyTo: null, mentions: [], language: null },
    ],
    read: (frame) => {
      if (!startsWith(frame, ENTRIES)) return null;
      const [, { entries }] = JSON.parse(frame.toString('utf8', 2)) as [string, RecordEntries];
      return { seqs: entries.map(({ seq }) => seq), numbers: entries.map(numberOfEntry) };
    },
  };
}

/** One of the servers in `rivals/`, which let everybody in. */
export function rival(order: OrderRule): System {
  return {
    order,
    openRoom: async (urls, people) => {
      const room = uuidv7();
      const members = await inTurns(Array(people).fill(null), async (_, index) => {
        const client = await WireClient.connect({ url: urlOf(urls, index) });
        demandOk(await client.askAndWait('join', { room }));
        return { client, mayPost: index !== 1 };
      });
      return { id: room, members };
    },
    post: (room, body) => ['post', { room, body, clientId: uuidv7() }],
    read: (frame) => {
      if (!startsWith(frame, MESSAGE)) return null;
      const [, payload] = JSON.parse(frame.toString('utf8', 2)) as [string, RivalMessage | RivalMessage[]];
      const messages = Array.isArray(payload) ? payload : [payload];
      return { seqs: messages.map(({ seq }) => seq), numbers: messages.map(({ body }) => numberOf(body)) };
    },
  };
}

interface RivalMessage {
  seq: number;
  body: string;
}

function numberOfEntry(entry: VisibleEntry): number {
  if ('withheld' in entry || entry.type !== 'discussion.posted')
    throw new Error('An entry came that nobody sent.');
  return numberOf(entry.data.body);
}

function urlOf(urls: readonly string[], index: number): string {
  return urls[index % urls.length] ?? '';
}

/** A thousand handshakes at once would only time each other out. */
async function inTurns<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += JOINED_AT_ONCE) {
    const turn = items.slice(start, start + JOINED_AT_ONCE);
    results.push(...(await Promise.all(turn.map((item, index) => work(item, start + index)))));
  }
  return results;
}

/** Who comes in a crowd is asked to come back, and does. @throws Error for any other refusal. */
async function untilAdmitted(ask: () => Promise<Answer>): Promise<void> {
  for (;;) {
    const answer = await ask();
    if (answer.error?.code !== 'busy') return demandOk(answer);
    await delay(answer.error.data?.retryAfterMs ?? 1_000);
  }
}

interface Answer {
  ok: boolean;
  error?: { code: string; data?: { retryAfterMs?: number } };
}

function demandOk(answer: unknown): void {
  if (!(answer as { ok?: boolean }).ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
}

function startsWith(frame: Buffer, start: Buffer): boolean {
  return frame.subarray(0, start.length).equals(start);
}
