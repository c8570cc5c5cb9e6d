import { memoryDocuments, type DocumentStore } from '@roundtable/client';
import { DocumentsModule } from '@roundtable/documents';
import { newId } from '@roundtable/platform';
import type { Socket } from 'socket.io-client';
import { Page, wordsOf } from './document-page.js';
import { DraftsOfTest, registerProposals } from './documents-stand-ins.js';
import { ask } from './live-client.js';
import { emptyMigratedDatabase } from './postgres.js';
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

  /** Starts a node. */
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
