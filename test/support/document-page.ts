import {
  createConnection,
  memoryDocuments,
  memoryOutbox,
  openDocument,
  openRoom,
  type Connection,
  type DocumentSession,
  type DocumentStore,
  type Room,
} from '@roundtable/client';
import { XmlElement, XmlText, type Doc } from 'yjs';
import { CuttableTransport } from './cuttable-transport.js';

/** One browser tab, without the browser. */
export class Page {
  readonly connection: Connection;
  readonly room: Room;
  readonly session: DocumentSession;
  private readonly transport: CuttableTransport;

  constructor(
    address: () => string,
    login: string,
    private readonly where: { room: string; participant: string; proposal: string },
    private readonly store: DocumentStore = memoryDocuments(),
  ) {
    this.transport = new CuttableTransport(address, `login=${login}`);
    this.connection = createConnection({ transport: this.transport });
    this.room = openRoom({
      connection: this.connection,
      room: where.room,
      self: where.participant,
      outbox: memoryOutbox(),
      documents: store,
      http: { history: () => Promise.reject(new Error('No history in this test.')) },
    });
    this.session = openDocument(this.room.ground, where.proposal);
  }

  get participant(): string {
    return this.where.participant;
  }

  get doc(): Doc {
    return this.session.doc;
  }

  get words(): string {
    return wordsOf(this.doc);
  }

  close(): void {
    this.session.close();
    this.room.close();
    this.connection.close();
  }

  /** Loses the line, and finds no other until `mend`. */
  cut(): void {
    this.transport.cut();
  }

  mend(): void {
    this.transport.mend();
    this.connection.retryNow();
  }

  /** Writes at the end of the first paragraph. */
  write(words: string): void {
    const text = firstText(this.doc);
    text.insert(text.length, words);
  }

  /** What was written here lies on the device. */
  async kept(): Promise<void> {
    const { room, participant, proposal } = this.where;
    let count = 0;
    await this.until('it is kept', () => {
      void this.store.load({ person: participant, room, proposal }).then((kept) => (count = kept.length));
      return count > 0;
    });
  }

  until(what: string, condition: () => boolean, withinMs = 20_000): Promise<void> {
    return until(what, condition, withinMs);
  }

  /** Everything written here is on the disk. */
  saved(withinMs = 30_000): Promise<void> {
    return this.until(
      'all is saved',
      () => this.session.unsaved === 0 && this.session.state === 'live',
      withinMs,
    );
  }
}

/** Waits for a condition. @throws Error naming it when it does not come about in time */
export async function until(what: string, condition: () => boolean, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`It did not come about in time that ${what}.`);
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

/** The words of a document, paragraphs by line, whatever marks they carry. */
export function wordsOf(doc: Doc): string {
  return doc
    .getXmlFragment('default')
    .toArray()
    .map((node) => (node instanceof XmlElement ? node.toArray().map(plainWords).join('') : plainWords(node)))
    .join('\n');
}

/** The words of one text, in the places in which they can be written and deleted. */
export function plainWords(node: unknown): string {
  if (!(node instanceof XmlText)) return '';
  return (node.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('');
}

export function firstText(doc: Doc): XmlText {
  const paragraph = doc.getXmlFragment('default').get(0) as XmlElement;
  const found = paragraph.toArray().find((child) => child instanceof XmlText);
  if (found) return found;
  const text = new XmlText();
  paragraph.insert(0, [text]);
  return text;
}
