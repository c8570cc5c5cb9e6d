import { Global, Module } from '@nestjs/common';
import {
  createConnection,
  memoryDocuments,
  memoryOutbox,
  openDocument,
  openRoom,
  socketIoTransport,
  type Connection,
  type DocumentSession,
  type DocumentStore,
  type Line,
  type LineListener,
  type Room,
} from '@roundtable/client';
import type { Entry, Membership, RoomSnapshot } from '@roundtable/contracts';
import { DocumentsModule, DraftedProposals, type HeldProposal } from '@roundtable/documents';
import { DomainError, newId } from '@roundtable/platform';
import type { RecordFeatures } from '@roundtable/record';
import type { Socket } from 'socket.io-client';
import type { EntityManager } from 'typeorm';
import { XmlElement, XmlText, type Doc } from 'yjs';
import { emptyMigratedDatabase } from './postgres.js';
import { ask } from './live-client.js';
import { connect, People, startRecordNode, type Person, type RecordNode } from './record-node.js';
import { startRedis, type TestRedis } from './redis.js';

/** Two nodes with documents on one database and one Redis, and proposals that know only a text and a state. */
export class DocumentsRoom {
  readonly people = new People();
  private readonly open: { close(): void }[] = [];

  private constructor(
    readonly url: string,
    readonly redis: TestRedis,
    private readonly drop: () => Promise<void>,
    public nodes: RecordNode[],
    public addresses: string[],
  ) {}

  static async start(nodes = 2): Promise<DocumentsRoom> {
    const [database, redis] = await Promise.all([emptyMigratedDatabase(), startRedis()]);
    const stage = new DocumentsRoom(database.url, redis, () => database.drop(), [], []);
    for (let node = 0; node < nodes; node += 1) await stage.startNode(node);
    return stage;
  }

  /** Starts a node, or starts it again in its place, at another address. */
  async startNode(index: number): Promise<void> {
    const node = await startRecordNode(this.url, {
      people: this.people,
      redisUrl: this.redis.url,
      imports: [DraftsOfTest, DocumentsModule],
      features: registerProposals,
      config: { intentsPerConnection: 1_000_000, intentsPerLogin: 1_000_000 },
    });
    this.nodes[index] = node;
    this.addresses[index] = await node.listen();
  }

  async restart(index: number): Promise<void> {
    await this.nodes[index]?.close();
    await this.startNode(index);
  }

  get first(): RecordNode {
    return this.nodes[0] as RecordNode;
  }

  /** Closes what was opened by the test. */
  leave(): void {
    for (const each of this.open.splice(0)) each.close();
  }

  async stop(): Promise<void> {
    this.leave();
    for (const node of this.nodes) await node.close();
    await this.redis.stop();
    await this.drop();
  }

  /** A proposal in a room of its own. */
  async propose(text = 'Readings come every hour.'): Promise<TestProposal> {
    const [room, proposal] = [await this.first.createRoom(), newId()];
    await this.first.dataSource.query(
      `INSERT INTO proposals_proposals (room_id, id, number, title, body, state, version, captured_at)
       VALUES ($1, $2, 1, 'Readings', $3, 'captured', 1, now())`,
      [room, proposal, text],
    );
    return { room, proposal };
  }

  async setState({ room, proposal }: TestProposal, state: string): Promise<void> {
    await this.first.dataSource.query(
      'UPDATE proposals_proposals SET state = $3 WHERE room_id = $1 AND id = $2',
      [room, proposal, state],
    );
  }

  /** Somebody's page at a node. */
  page(person: Person, { proposal }: TestProposal, node = 0, store?: DocumentStore): Page {
    const { room, participant } = {
      room: person.membership.roomId,
      participant: person.membership.participantId,
    };
    const page = new Page(
      () => this.addresses[node] ?? '',
      person.principal.loginId,
      { room, participant, proposal },
      store,
    );
    this.open.push(page);
    return page;
  }

  /** Pages of members, on the nodes in turn, that are live. */
  async pages<N extends number>(proposal: TestProposal, count: N): Promise<PagesOf<N>> {
    const pages = Array.from({ length: count }, (_, index) =>
      this.page(this.people.add(proposal.room), proposal, index % this.nodes.length),
    );
    for (const page of pages) await page.until('it is live', () => page.session.state === 'live');
    return pages as PagesOf<N>;
  }

  /** Keeps unsaved changes as a browser does. */
  store(): DocumentStore {
    return memoryDocuments();
  }

  /** A bare connection of somebody who has opened the document. */
  async joined(person: Person, { room, proposal }: TestProposal, node = 0): Promise<Socket> {
    const socket = connect(this.addresses[node] ?? '', person);
    this.open.push({ close: () => socket.disconnect() });
    await ask(socket, 'record.sync', { v: 1, room, since: null, epoch: null });
    const opened = await ask<{ ok: boolean }>(socket, 'documents.open', {
      v: 1,
      room,
      proposal,
      known: null,
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened));
    return socket;
  }

  /** The intent that makes an update. */
  update(proposal: TestProposal, update: Uint8Array) {
    return { v: 1, ...proposal, clientId: newId(), update: Buffer.from(update).toString('base64') };
  }

  /** The stored words as somebody reads them who comes now, at a node. */
  async fresh(person: Person, proposal: TestProposal, node = 0): Promise<string> {
    const page = this.page(person, proposal, node);
    await page.until('it is open', () => page.session.state === 'live' || page.session.state === 'read-only');
    const text = wordsOf(page.session.doc);
    page.close();
    return text;
  }
}

type PagesOf<N extends number> = N extends 1 ? [Page] : N extends 2 ? [Page, Page] : Page[];

export interface TestProposal {
  room: string;
  proposal: string;
}

/** One browser tab, without the browser. */
export class Page {
  readonly connection: Connection;
  readonly room: Room;
  readonly session: DocumentSession;
  private isCut = false;
  private line: { lose(): void } | null = null;

  constructor(
    address: () => string,
    login: string,
    private readonly where: { room: string; participant: string; proposal: string },
    private readonly store: DocumentStore = memoryDocuments(),
  ) {
    const cookie = `login=${login}`;
    this.connection = createConnection({
      transport: { open: (listener) => this.openLine(address(), cookie, listener) },
    });
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

  private openLine(url: string, cookie: string, listener: LineListener): Line {
    const line = socketIoTransport({ url: this.isCut ? 'http://127.0.0.1:9' : url, cookie }).open(listener);
    const lose = (): void => {
      line.close();
      listener.lost(null);
    };
    this.line = { lose };
    return line;
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
    this.isCut = true;
    this.line?.lose();
  }

  mend(): void {
    this.isCut = false;
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

/** The words of a document, paragraphs by line. */
export function wordsOf(doc: Doc): string {
  return doc
    .getXmlFragment('default')
    .toArray()
    .map((node) => (node instanceof XmlElement ? node.toArray().map(String).join('') : String(node)))
    .join('\n');
}

export function firstText(doc: Doc): XmlText {
  const paragraph = doc.getXmlFragment('default').get(0) as XmlElement;
  const found = paragraph.toArray().find((child) => child instanceof XmlText);
  if (found) return found;
  const text = new XmlText();
  paragraph.insert(0, [text]);
  return text;
}

/** Proposals of the tests: members write while they are captured, staff until they are adopted. */
const drafts: DraftedProposals = {
  async hold(tx: EntityManager, room: string, proposal: string): Promise<HeldProposal | null> {
    const [row] = await tx.query<{ body: string; state: string }[]>(
      'SELECT body, state FROM proposals_proposals WHERE room_id = $1 AND id = $2 FOR SHARE',
      [room, proposal],
    );
    if (!row) return null;
    return {
      text: row.body,
      refusalFor: ({ audience }: Membership) => {
        const mayStill = row.state === 'captured' || (row.state === 'admitted' && audience === 'staff');
        const refusal = new DomainError('proposal_frozen', 'It is frozen.', { state: row.state });
        return Promise.resolve(mayStill ? null : refusal);
      },
    };
  },
  rewrite: () => Promise.resolve([]),
};

@Global()
@Module({
  providers: [{ provide: DraftedProposals, useValue: drafts }],
  exports: [DraftedProposals],
})
class DraftsOfTest {}

/** As much of a snapshot as a page asks for. */
function registerProposals(features: RecordFeatures): void {
  const parts = (room: string): Record<string, object> => ({
    discussion: {},
    meetings: { meetings: { room: { id: room }, participants: [] } },
    proposals: { proposals: { proposals: [], decisions: [] } },
  });
  for (const name of Object.keys(parts('')))
    features.register({
      name,
      project: () => Promise.resolve(),
      present: (entry: Entry) => entry,
      snapshot: (_, room) => Promise.resolve(parts(room)[name] as Partial<RoomSnapshot>),
    });
}
