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
  type Room,
} from '@roundtable/client';
import type { Entry, Membership } from '@roundtable/contracts';
import { DocumentsModule, DraftedProposals, type HeldProposal } from '@roundtable/documents';
import { DomainError, newId } from '@roundtable/platform';
import type { RecordFeatures } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { XmlElement, XmlText, type Doc } from 'yjs';
import { emptyMigratedDatabase } from './postgres.js';
import { People, startRecordNode, type Person, type RecordNode } from './record-node.js';
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

  /** The stored words as somebody reads them who comes now, at a node. */
  async fresh(person: Person, proposal: TestProposal, node = 0): Promise<string> {
    const page = this.page(person, proposal, node);
    await page.until('it is open', () => page.session.state === 'live' || page.session.state === 'read-only');
    const text = wordsOf(page.session.doc);
    page.close();
    return text;
  }
}

export interface TestProposal {
  room: string;
  proposal: string;
}

/** One browser tab, without the browser. */
export class Page {
  readonly connection: Connection;
  readonly room: Room;
  readonly session: DocumentSession;

  constructor(
    address: () => string,
    login: string,
    where: { room: string; participant: string; proposal: string },
    store: DocumentStore = memoryDocuments(),
  ) {
    const cookie = `login=${login}`;
    this.connection = createConnection({
      transport: { open: (listener) => socketIoTransport({ url: address(), cookie }).open(listener) },
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

  /** Goes without a farewell, as a tab that was killed. */
  kill(): void {
    this.connection.close();
  }

  /** Writes at the end of the first paragraph. */
  write(words: string): void {
    const text = firstText(this.doc);
    text.insert(text.length, words);
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
  for (const name of ['discussion', 'proposals'])
    features.register({
      name,
      project: () => Promise.resolve(),
      present: (entry: Entry) => entry,
      snapshot: () =>
        Promise.resolve(name === 'proposals' ? { proposals: { proposals: [], decisions: [] } } : {}),
    });
}
