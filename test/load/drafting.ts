import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { connectWithCookie, createHttp, memoryOutbox, openDocument, openRoom } from '@roundtable/client';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';
import { getState, XmlElement, XmlText, type Doc } from 'yjs';
import { longText } from './long-text.js';
import { seedRoom } from './seeded-room.js';
import { percentile } from './statistics.js';

/** Somebody who writes in a document. */
export interface Writer {
  doc: Doc;
  /** Changes that were not acknowledged. */
  unsaved(): number;
  /** Why nothing more is taken from this writer; null while all is well. */
  refusal(): string | null;
  /** Called whenever there are fewer or more of them. */
  onSaved(listener: () => void): void;
  close(): void;
}

/** Lets so many people open one document of 200 kB. */
export type OpenDraft = (writers: number) => Promise<Writer[]>;

const READY_WITHIN_MS = 60_000;
/** Changes of all writers on their way together: enough that nobody who is compared waits for the writers. */
const MOST_UNSAVED = 1_600;
const WARM_UP_MS = 1_200;
const MEASURED_MS = 3_000;
const EDITS_PER_SECOND = 5;
/** Typed in one place, and taken out again, before somebody goes on elsewhere. */
const LETTERS_IN_PLACE = 30;

/** Everybody writes as fast as their changes are acknowledged; how long until the others read it meanwhile. */
export async function draftAtFullSpeed(
  open: OpenDraft,
  count: number,
  cpuMs: () => number,
): Promise<Record<'updatesPerSecond' | 'cpuMsPerThousandUpdates' | `fullSpeedP${50 | 99}Ms`, number>> {
  const writers = await open(count);
  try {
    const arrivals = new Arrivals(writers);
    let isMeasured = false;
    const pens = writers.map(
      (writer, index) =>
        new Pen(
          writer,
          index,
          Math.ceil(MOST_UNSAVED / count),
          (at) => isMeasured && arrivals.noteWritten(index, at),
        ),
    );
    await delay(WARM_UP_MS);
    const before = { saved: savedBy(pens), cpuMs: cpuMs(), at: performance.now() };
    isMeasured = true;
    await delay(MEASURED_MS);
    isMeasured = false;
    const saved = savedBy(pens) - before.saved;
    const seconds = (performance.now() - before.at) / 1_000;
    const cpu = cpuMs() - before.cpuMs;
    for (const pen of pens) pen.rest();
    demandTaken(writers);
    await until(() => writers.every((writer) => writer.unsaved() === 0));
    await demandSame(writers);
    return {
      updatesPerSecond: saved / seconds,
      cpuMsPerThousandUpdates: (cpu / saved) * 1_000,
      fullSpeedP50Ms: percentile(arrivals.times, 0.5),
      fullSpeedP99Ms: percentile(arrivals.times, 0.99),
    };
  } finally {
    for (const writer of writers) writer.close();
  }
}

function savedBy(pens: readonly Pen[]): number {
  return pens.reduce((sum, pen) => sum + pen.saved, 0);
}

/**
 * Keeps so many changes of one writer on their way. It writes only when something was acknowledged: a loop that never rests
 * would take the core from the Postgres that it shares it with.
 */
class Pen {
  private written = 0;
  private isDue = false;
  private isResting = false;

  constructor(
    private readonly writer: Writer,
    private readonly index: number,
    private readonly most: number,
    /** Told when a change is begun. */
    private readonly onWritten: (at: number) => void,
  ) {
    writer.onSaved(() => this.goOnSoon());
    this.goOnSoon();
  }

  /** Changes that were acknowledged. */
  get saved(): number {
    return this.written - this.writer.unsaved();
  }

  rest(): void {
    this.isResting = true;
  }

  private goOnSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    setImmediate(() => {
      this.isDue = false;
      while (!this.isResting && this.writer.refusal() === null && this.writer.unsaved() < this.most) {
        const at = performance.now();
        if (write(this.writer.doc, this.index, this.written)) this.onWritten(at);
        this.written += 1;
      }
    });
  }
}

/** Everybody writes at an even pace; how long until the others read it. */
export async function draftAtAnEvenPace(
  open: OpenDraft,
  count: number,
): Promise<{ propagationP50Ms: number; propagationP99Ms: number }> {
  const writers = await open(count);
  try {
    const arrivals = new Arrivals(writers);
    const startedAt = performance.now();
    const total = (count * EDITS_PER_SECOND * (WARM_UP_MS + MEASURED_MS)) / 1_000;
    for (let index = 0; index < total; index += 1) {
      const due = startedAt + (index * 1_000) / (count * EDITS_PER_SECOND);
      const wait = due - performance.now();
      if (wait > 0) await delay(wait);
      const at = performance.now();
      const isSeen = write((writers[index % count] as Writer).doc, index % count, Math.floor(index / count));
      if (isSeen && due - startedAt >= WARM_UP_MS) arrivals.noteWritten(index % count, at);
    }
    await until(() => writers.every((writer) => writer.unsaved() === 0));
    await demandSame(writers);
    return {
      propagationP50Ms: percentile(arrivals.times, 0.5),
      propagationP99Ms: percentile(arrivals.times, 0.99),
    };
  } finally {
    for (const writer of writers) writer.close();
  }
}

/** Notes when the next writer has what another wrote. */
class Arrivals {
  /** In ms, from before the change was made until it was in the other's document. */
  readonly times: number[] = [];
  private readonly awaited: { clock: number; at: number }[][];

  constructor(private readonly writers: readonly Writer[]) {
    this.awaited = writers.map(() => []);
    for (const [index, { doc }] of writers.entries())
      doc.on('update', () => this.noteWhatIsIn(doc, (index + writers.length - 1) % writers.length));
  }

  /** The writer has just made a change that was begun at `at`. */
  noteWritten(writer: number, at: number): void {
    const { doc } = this.writers[writer] as Writer;
    this.awaited[writer]?.push({ clock: getState(doc.store, doc.clientID), at });
  }

  private noteWhatIsIn(doc: Doc, writer: number): void {
    const has = getState(doc.store, (this.writers[writer] as Writer).doc.clientID);
    const now = performance.now();
    const awaited = this.awaited[writer] ?? [];
    const later = awaited.findIndex(({ clock }) => clock > has);
    for (const { at } of awaited.splice(0, later === -1 ? awaited.length : later)) this.times.push(now - at);
  }
}

/**
 * Letter after letter, as people do, everybody in a place of their own; then it is taken out again, letter after letter, and
 * the next begins elsewhere. So the text keeps its length however fast somebody is. Answers whether a letter came in.
 */
function write(doc: Doc, writer: number, turn: number): boolean {
  const fragment = doc.getXmlFragment('default');
  const stay = Math.floor(turn / (2 * LETTERS_IN_PLACE));
  const letter = turn % (2 * LETTERS_IN_PLACE);
  const paragraph = fragment.get((stay * 7 + writer * 13) % fragment.length) as XmlElement;
  const text = paragraph.get(0) as XmlText;
  const place = stay % 100;
  const isTyping = letter < LETTERS_IN_PLACE;
  if (isTyping) text.insert(place + letter, 'а');
  else text.delete(place + 2 * LETTERS_IN_PLACE - 1 - letter, 1);
  return isTyping;
}

function demandTaken(writers: readonly Writer[]): void {
  const refusal = writers.map((writer) => writer.refusal()).find((each) => each !== null);
  if (refusal) throw new Error(`the run is void: a writer was refused (${refusal})`);
}

async function demandSame(writers: readonly Writer[]): Promise<void> {
  const textOf = ({ doc }: Writer): string => doc.getXmlFragment('default').toString();
  await until(() => writers.every((writer) => textOf(writer) === textOf(writers[0] as Writer)), 200);
}

async function until(condition: () => boolean, everyMs = 2): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('the run is void: it never came to rest');
    await delay(everyMs);
  }
}

/** On Roundtable: logins and rights of their own, a proposal that all of them submit. */
export function draftOnRoundtable(database: pg.Client, url: string): OpenDraft {
  return async (count) => {
    const { room, cookies, people } = await seedRoom(database, count + 2);
    const proposal = uuidv7();
    const submitters = people.map((id) => ({ kind: 'person', id }));
    await database.query(
      `INSERT INTO proposals_proposals (room_id, id, number, title, body, state, version, captured_at, life)
       VALUES ($1, $2, 1, 'A long one', $3, 'captured', 1, now(), $4)`,
      [room, proposal, longText(), JSON.stringify({ submitters, references: [] })],
    );
    // The second is an observer, who may not write.
    const writers = cookies.slice(2).map((cookie, index) => {
      const connection = connectWithCookie(url, cookie);
      const self = people[index + 2] ?? '';
      const http = createHttp({ url, cookie });
      const opened = openRoom({ connection, room, self, outbox: memoryOutbox(), http });
      const session = openDocument(opened.ground, proposal);
      const close = (): void => {
        session.close();
        opened.close();
        connection.close();
      };
      return {
        doc: session.doc,
        unsaved: () => session.unsaved,
        refusal: () => (session.refusal ? JSON.stringify(session.refusal) : null),
        onSaved: (listener: () => void) => void session.subscribe(listener),
        close,
        isReady: () => session.state === 'live',
      };
    });
    await until(() => writers.every(({ isReady }) => isReady()));
    return writers;
  };
}

/** On Hocuspocus, through its own provider; the document's name is new for each run. */
export function draftOnHocuspocus(url: string): OpenDraft {
  return async (count) => {
    const address = new URL(url);
    const name = uuidv7();
    const writers = Array.from({ length: count }, () => {
      const websocketProvider = new HocuspocusProviderWebsocket({
        url: `ws://${address.hostname}:${Number(address.port) + 1}`,
        // Node 20 has none of its own.
        WebSocketPolyfill: WebSocket,
      });
      let isSynced = false;
      const provider = new HocuspocusProvider({
        websocketProvider,
        name,
        token: 'bench',
        onSynced: () => (isSynced = true),
      });
      const close = (): void => {
        provider.destroy();
        websocketProvider.destroy();
      };
      return {
        doc: provider.document,
        unsaved: () => provider.unsyncedChanges,
        refusal: () => null,
        onSaved: (listener: () => void) => void provider.on('unsyncedChanges', listener),
        close,
        isReady: () => isSynced,
      };
    });
    await until(() => writers.every(({ isReady }) => isReady()));
    return writers;
  };
}
