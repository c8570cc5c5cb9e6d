import {
  createConnection,
  createHttp,
  enterByLink,
  memoryOutbox,
  openDocument,
  openRoom,
  whenState,
  type Connection,
  type DocumentSession,
  type EnteredByLink,
  type Room,
} from '@roundtable/client';
import type { XmlElement, XmlText } from 'yjs';
import { CuttableTransport } from './cuttable-transport.js';
import { plainWords, until, wordsOf } from './document-page.js';

/** A program that writes in a proposal, through the same client library as the web app, over a line that can be cut. */
export class ProgramThatDrafts {
  private session: DocumentSession | null = null;

  private constructor(
    private readonly login: EnteredByLink,
    private readonly transport: CuttableTransport,
    private readonly connection: Connection,
    private readonly room: Room,
  ) {}

  /** Enters by a personal link, and waits until the room is live. */
  static async enter(link: string): Promise<ProgramThatDrafts> {
    const { origin } = new URL(link);
    return ProgramThatDrafts.join(await enterByLink(origin, link), origin);
  }

  private static async join(login: EnteredByLink, url: string): Promise<ProgramThatDrafts> {
    const transport = new CuttableTransport(() => url, login.cookie);
    const connection = createConnection({ transport });
    const room = openRoom({
      connection,
      room: login.room,
      self: login.participant,
      outbox: memoryOutbox(),
      http: createHttp({ url, cookie: login.cookie }),
    });
    await whenState(room, ({ status }) => status === 'live', { timeoutMs: 60_000 });
    return new ProgramThatDrafts(login, transport, connection, room);
  }

  /** The same person on another line, to one server or to all of them. */
  async another(url: string, proposal: string): Promise<ProgramThatDrafts> {
    const other = await ProgramThatDrafts.join(this.login, url);
    await other.open(proposal);
    return other;
  }

  /** Says something and makes a proposal of it. Returns its id. */
  async capture(words: string): Promise<string> {
    const posted = await this.room.post({ body: words }).done;
    if (!posted.ok) throw new Error(posted.error.message);
    const sources = [{ seq: posted.seq, from: 0, to: words.length, words }];
    const captured = await this.room.capture({ sources }).done;
    if (!captured.ok) throw new Error(captured.error.message);
    const { record } = await whenState(this.room, (view) => (view.record?.head ?? 0) >= captured.seq);
    const proposal = record?.snapshot.proposals.proposals[0];
    if (!proposal) throw new Error('There is no proposal.');
    return proposal.id;
  }

  async open(proposal: string): Promise<void> {
    const session = openDocument(this.room.ground, proposal);
    this.session = session;
    await until('the text is live', () => session.state === 'live', 60_000);
  }

  /** The paragraphs of the text. */
  get paragraphs() {
    return this.opened.doc.getXmlFragment('default');
  }

  /** Writes at the end of the paragraph that begins with `start`. */
  write(start: string, words: string): void {
    const paragraph = this.paragraphs
      .toArray()
      .find((each) => plainWords((each as XmlElement).get(0)).startsWith(start));
    if (!paragraph) throw new Error(`No paragraph begins with ${start}.`);
    const text = (paragraph as XmlElement).get(0) as XmlText;
    text.insert(text.length, words);
  }

  get words(): string {
    return wordsOf(this.opened.doc);
  }

  /** Everything that was written here is acknowledged. */
  saved(): Promise<void> {
    const { opened } = this;
    return until('all is saved', () => opened.unsaved === 0 && opened.state === 'live', 60_000);
  }

  cut(): void {
    this.transport.cut();
  }

  mend(): void {
    this.transport.mend();
    this.connection.retryNow();
  }

  leave(): void {
    this.session?.close();
    this.room.close();
    this.connection.close();
  }

  private get opened(): DocumentSession {
    if (!this.session) throw new Error('No text is open.');
    return this.session;
  }
}
