import { enterByLink } from '@roundtable/client';
import type { MeetingDetail, ParticipantView, Role } from '@roundtable/contracts';
import { ChaosClient, type ClientIdentity } from './chaos-client.js';
import type { Cluster } from './cluster.js';
import type { Operation, Reading, Removal, Restore, RoomHistory, SeenView } from './history.js';
import type { SeededRandom } from './seeded-random.js';
import { readStoredHead, readStoredRoom } from './stored-room.js';
import { StrictReader } from './strict-reader.js';
import { Talk } from './talk.js';
import { freshText, textOfView } from './view-text.js';
import { holdsWithin, pause } from './wait.js';

const REENTERS_EVERY_MS = 350;
/** Longer than the heartbeat by which a reader learns at last that it missed something. */
const EVERYBODY_HAS_ALL_WITHIN_MS = 30_000;

/** How many people of each kind a room has. */
export interface RoomSize {
  writers: number;
  /** Readers over the proxy, with the real client. */
  watchers: number;
  /** Strict readers who can be removed. */
  victims: number;
}

type Person = ClientIdentity & { view: ParticipantView; audience: 'staff' | 'member' | 'observer' };

/** A removed reader: who, when, and what they tried afterwards. */
interface Removed {
  reader: StrictReader;
  person: Person;
  at: number;
}

/** One meeting's plenary under load: writers and watchers behind the proxy, strict readers on every node. */
export class ChaosRoom {
  readonly clients: ChaosClient[] = [];
  readonly acknowledgedAt: number[] = [];
  readonly restores: Restore[] = [];
  private readonly people: Person[] = [];
  private readonly readers: StrictReader[] = [];
  private readonly victims: { reader: StrictReader; person: Person }[] = [];
  private readonly removed: Removed[] = [];
  private readonly talk: Talk;
  private churn: Promise<void> = Promise.resolve();
  private isOpen = true;

  private constructor(
    private readonly cluster: Cluster,
    private readonly random: SeededRandom,
    private readonly detail: MeetingDetail,
    sentinel: string,
  ) {
    this.talk = new Talk(sentinel);
    this.talk.onAcknowledged = (at) => this.acknowledgedAt.push(at);
  }

  /** Opens a meeting, lets everybody in and waits until they see it. */
  static async open(
    cluster: Cluster,
    {
      name,
      size,
      random,
      sentinel,
    }: { name: string; size: RoomSize; random: SeededRandom; sentinel: string },
  ): Promise<ChaosRoom> {
    const detail = await cluster.desk.openMeeting(`Water and energy, ${name}`);
    const room = new ChaosRoom(cluster, random, detail, sentinel);
    await room.letIn(name, size);
    return room;
  }

  get id(): string {
    return this.detail.meeting.plenary;
  }

  get meeting(): string {
    return this.detail.meeting.id;
  }

  get operations(): Operation[] {
    return this.clients.flatMap(({ operations }) => operations);
  }

  startWriting(paceMs: number): void {
    for (const client of this.writers) client.startWriting(this.talk, paceMs);
    this.churn = this.reenterForever();
  }

  /** Takes the right to read from the next victim, while the room goes on. */
  async removeReader(): Promise<void> {
    const victim = this.victims.pop();
    if (!victim) return;
    await this.cluster.desk.remove(this.meeting, victim.person.participant);
    victim.reader.noteRemoved();
    this.removed.push({ ...victim, at: Date.now() });
  }

  /** Makes a writer a mere observer for a while. */
  async loseRightToWrite(ms: number): Promise<void> {
    const writer = this.people.find(({ name }) => name.endsWith('writer-0'));
    if (!writer) return;
    await this.cluster.desk.changeRoles(this.meeting, writer.view, ['observer']);
    await pause(ms);
    await this.cluster.desk.changeRoles(this.meeting, writer.view, ['expert']);
  }

  /** Number of the last entry that is stored. */
  async head(): Promise<number> {
    return readStoredHead(this.cluster.databaseUrl, this.id);
  }

  /** Adds people until the record is longer than that. */
  async growBeyond(head: number): Promise<void> {
    const { desk } = this.cluster;
    while ((await this.head()) <= head)
      await Promise.all(range(10).map(() => desk.add(this.meeting, 'Latecomer', ['observer'])));
  }

  /** Ends the load; resolves when everything said has been answered, or the time is up. */
  async stopWriting(withinMs = 60_000): Promise<void> {
    this.isOpen = false;
    await this.churn;
    await Promise.all(this.writers.map((client) => client.stopWriting()));
    await holdsWithin(withinMs, () => this.clients.every(({ isSettled }) => isSettled));
    for (const client of this.clients) client.noteKept();
  }

  /** Waits until everybody should have everything, and gives what each then has. */
  async tell(withinMs = EVERYBODY_HAS_ALL_WITHIN_MS): Promise<RoomHistory> {
    const head = await this.head();
    await holdsWithin(withinMs, () => this.isEverybodyAt(head));
    // Before anybody asks for anything again: a new reader on a node brings the others there up to date.
    const readings = [...this.readers.map(({ reading }) => ({ ...reading })), ...this.standings()];
    const stored = await readStoredRoom(this.cluster.databaseUrl, this.id);
    return {
      room: this.id,
      ...stored,
      operations: this.operations,
      readings,
      views: await this.compareViews(),
      removals: await Promise.all(this.removed.map((each) => this.tellRemoval(each))),
      restores: this.restores,
    };
  }

  close(): void {
    this.isOpen = false;
    for (const client of this.clients) client.shut();
    for (const reader of [...this.readers, ...this.removed.map(({ reader }) => reader)]) reader.close();
    for (const { reader } of this.victims) reader.close();
  }

  /** How far the clients are, as readings of which nothing else is known. */
  private standings(): Reading[] {
    return this.clients.map(({ identity, room }) => {
      const last = room.getView().record?.head ?? 0;
      return { reader: identity.name, gaps: [], repeated: [], reordered: [], applied: new Map(), last };
    });
  }

  private get writers(): ChaosClient[] {
    return this.clients.filter(({ identity }) => identity.name.includes('writer'));
  }

  private async letIn(name: string, { writers, watchers, victims }: RoomSize): Promise<void> {
    const roles: [string, Role][] = [
      ...range(writers).map((n): [string, Role] => [`writer-${n}`, n === 1 ? 'rapporteur' : 'expert']),
      ...range(watchers).map((n): [string, Role] => [`watcher-${n}`, n % 2 === 0 ? 'observer' : 'expert']),
      ...range(victims).map((n): [string, Role] => [`victim-${n}`, 'expert']),
      ['strict', 'expert'],
    ];
    const { desk, nodes, proxy } = this.cluster;
    const { id } = this.detail.meeting;
    const views = await Promise.all(roles.map(([who, role]) => desk.add(id, `${name} ${who}`, [role])));
    const links = await desk.links(id);
    const entered = await Promise.all(
      roles.map(async ([who, role], index): Promise<Person> => {
        const view = views[index] as ParticipantView;
        const { cookie } = await enterByLink(proxy.url, links.get(view.id) ?? '');
        const audience = role === 'rapporteur' ? 'staff' : role === 'observer' ? 'observer' : 'member';
        return { name: `${name}-${who}`, participant: view.id, cookie, room: this.id, view, audience };
      }),
    );
    this.people.push(...entered);
    for (const person of entered) {
      if (person.name.endsWith('strict'))
        this.readers.push(...nodes.map((node) => this.strict(person, node)));
      else if (person.name.includes('victim')) this.addVictim(person);
      else this.clients.push(new ChaosClient(person, proxy.url, this.random.fork()));
    }
    await holdsWithin(30_000, () => this.clients.every(({ room }) => room.getView().status === 'live'));
  }

  private addVictim(person: Person): void {
    const { nodes } = this.cluster;
    const node = nodes[this.victims.length % nodes.length] as Cluster['nodes'][number];
    this.victims.push({ person, reader: this.strict(person, node) });
  }

  private strict({ name, cookie }: Person, { url, name: node }: Cluster['nodes'][number]): StrictReader {
    return new StrictReader({ name: `${name} on ${node}`, url, cookie, room: this.id });
  }

  /** One strict reader after another goes out and comes in again, in the middle of everything. */
  private async reenterForever(): Promise<void> {
    for (let turn = 0; this.isOpen; turn += 1) {
      this.readers[turn % this.readers.length]?.reenter();
      await pause(REENTERS_EVERY_MS / Math.max(1, this.readers.length));
    }
  }

  private isEverybodyAt(head: number): boolean {
    const clients = this.clients.every(({ room }) => {
      const { status, record } = room.getView();
      return status === 'live' && record?.head === head;
    });
    return clients && this.readers.every(({ last, isCurrent }) => isCurrent && last === head);
  }

  private async compareViews(): Promise<SeenView[]> {
    const url = this.cluster.nodes.find(({ isUp }) => isUp)?.url ?? '';
    const views: SeenView[] = [];
    for (const audience of ['staff', 'member', 'observer'] as const) {
      const alike = this.people.filter((person) => person.audience === audience);
      const clients = this.clients.filter(({ identity }) => alike.some(({ name }) => name === identity.name));
      const [first] = clients;
      if (!first) continue;
      const fresh = await freshText(first.identity, url);
      for (const { identity, room } of clients) {
        const view = await textOfView(room);
        const isSame = view === fresh;
        views.push({ client: identity.name, view: isSame ? 'same' : view, fresh: isSame ? 'same' : fresh });
      }
    }
    return views;
  }

  /** Whoever was removed also tries the other ways in. */
  private async tellRemoval({ reader, person, at }: Removed): Promise<Removal> {
    const admitted: string[] = [];
    for (const { url, isUp } of this.cluster.nodes) {
      if (!isUp) continue;
      const response = await fetch(`${url}/api/v1/rooms/${this.id}/entries?after=0&limit=10`, {
        headers: { cookie: person.cookie },
      }).catch(() => null);
      if (response?.ok) admitted.push(`history on ${url}`);
    }
    return { reader: reader.reading.reader, at, received: reader.received, admitted };
  }
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
