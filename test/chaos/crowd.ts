import { enterByLink } from '@roundtable/client';
import { ChaosRoom } from './chaos-room.js';
import type { Cluster } from './cluster.js';
import type { Reading, RoomHistory } from './history.js';
import type { SeededRandom } from './seeded-random.js';
import { StrictReader } from './strict-reader.js';
import { holdsWithin } from './wait.js';

/** As many as one sign-in may have. */
const TABS_EACH = 10;
const LOGINS_AT_ONCE = 10;
const WRITES_EVERY_MS = 400;
const STORM_MS = 150_000;

/** A big hall: many readers who come back all at once. */
export class Crowd {
  private readings: Reading[] = [];

  private constructor(
    private readonly cluster: Cluster,
    private readonly hall: ChaosRoom,
    private readonly cookies: readonly string[],
  ) {}

  /** Opens the hall's meeting and signs `size` tabs in; nobody is connected yet. */
  static async gather(
    cluster: Cluster,
    { size, random, sentinel }: { size: number; random: SeededRandom; sentinel: string },
  ): Promise<Crowd> {
    const room = { name: 'hall', size: { writers: 2, watchers: 0, victims: 0 }, random, sentinel };
    const hall = await ChaosRoom.open(cluster, room);
    const cookies: string[] = [];
    const logins = Math.ceil(size / TABS_EACH);
    for (let first = 0; first < logins; first += LOGINS_AT_ONCE) {
      const count = Math.min(LOGINS_AT_ONCE, logins - first);
      cookies.push(...(await signIn(cluster, hall.meeting, first, count)));
    }
    hall.startWriting(WRITES_EVERY_MS);
    return new Crowd(cluster, hall, cookies);
  }

  get room(): ChaosRoom {
    return this.hall;
  }

  get size(): number {
    return this.cookies.length * TABS_EACH;
  }

  /** Everybody connects at the same moment, catches up and leaves again. Returns how long the last one took. */
  async storm(): Promise<number> {
    const startedAt = Date.now();
    const { url } = this.cluster.proxy;
    const readers = this.cookies.flatMap((cookie, login) =>
      Array.from(
        { length: TABS_EACH },
        (_, tab) => new StrictReader({ name: `crowd-${login}-${tab}`, url, cookie, room: this.hall.id }),
      ),
    );
    const allIn = await holdsWithin(STORM_MS, () => readers.every(({ hasEntered }) => hasEntered));
    const tookMs = Date.now() - startedAt;
    for (const reader of readers) reader.close();
    if (!allIn) {
      const late = readers.filter(({ hasEntered }) => !hasEntered);
      const reasons = [...new Set(late.map(({ lastRefusal }) => lastRefusal))].join(', ');
      throw new Error(
        `${late.length} of ${readers.length} did not get in again in ${STORM_MS} ms: ${reasons}.`,
      );
    }
    this.readings.push(...readers.map(({ reading }) => reading));
    return tookMs;
  }

  /** Ends the hall's load and gives its history; of the crowd, what it was sent wrongly. */
  async tell(): Promise<RoomHistory> {
    await this.hall.stopWriting();
    const history = await this.hall.tell();
    const crowd = this.readings.map((reading) => ({ ...reading, last: history.head }));
    return { ...history, readings: [...history.readings, ...crowd] };
  }

  close(): void {
    this.hall.close();
  }
}

async function signIn(
  { desk, proxy }: Cluster,
  meeting: string,
  first: number,
  count: number,
): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `Guest ${first + index}`);
  const guests = await Promise.all(names.map((name) => desk.add(meeting, name, ['observer'])));
  const links = await desk.links(meeting);
  const entered = await Promise.all(guests.map(({ id }) => enterByLink(proxy.url, links.get(id) ?? '')));
  return entered.map(({ cookie }) => cookie);
}
