import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './free-port.js';
import type { SeededRandom } from './seeded-random.js';
import { pause } from './wait.js';

interface Link {
  near: Socket;
  far: Socket;
  /** Half-open: what comes is swallowed, neither side is told. */
  isMute: boolean;
  /** What the server sends is swallowed; what the client sends arrives. */
  losesAnswers: boolean;
  isPaused: boolean;
}

/**
 * The network between the clients and the nodes: a TCP proxy that spreads connections over the nodes and can be slow,
 * cut lines, tear one in the middle of a frame, leave lines half open and keep readers from reading.
 */
export class ChaosProxy {
  /** Each way; up to as much again is added by chance. */
  latencyMs = 0;
  /** Lets nobody in and cuts who was. */
  private shut = false;
  private readonly links = new Set<Link>();
  private server: Server | null = null;

  private constructor(
    private readonly random: SeededRandom,
    readonly port: number,
    private readonly targets: () => readonly number[],
  ) {}

  /** `targets` gives the ports of the nodes that may be tried now. */
  static async open(random: SeededRandom, targets: () => readonly number[]): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(random, await freePort(), targets);
    proxy.server = createServer((near) => proxy.accept(near));
    await new Promise<void>((ready) => proxy.server?.listen(proxy.port, '127.0.0.1', ready));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get isShut(): boolean {
    return this.shut;
  }

  set isShut(isShut: boolean) {
    this.shut = isShut;
    if (isShut) this.cut(1);
  }

  get lines(): number {
    return this.links.size;
  }

  /** Cuts a share of the lines, both ends. Returns how many. */
  cut(share: number): number {
    const chosen = this.choose(share);
    chosen.forEach(end);
    return chosen.length;
  }

  /** Loses the line in the middle of what is on its way. */
  tear(share: number): number {
    const chosen = this.choose(share);
    for (const link of chosen) {
      link.far.removeAllListeners('data');
      link.far.once('data', (chunk: Buffer) => {
        link.near.write(chunk.subarray(0, Math.ceil(chunk.length / 2)), () => end(link));
      });
    }
    return chosen.length;
  }

  /** Leaves a share of the lines half open: nothing passes and nobody is told. */
  halfOpen(share: number): number {
    const chosen = this.choose(share);
    for (const link of chosen) link.isMute = true;
    return chosen.length;
  }

  /** Swallows every answer for a while, then cuts the lines: what was asked meanwhile was done, and nobody knows. */
  async loseAnswers(ms: number): Promise<void> {
    const chosen = this.choose(1);
    for (const link of chosen) link.losesAnswers = true;
    await pause(ms);
    chosen.forEach(end);
  }

  /** Keeps a share of the clients from reading what the server sends. */
  pauseReaders(share: number): number {
    const chosen = this.choose(share);
    for (const link of chosen) {
      link.isPaused = true;
      link.far.pause();
    }
    return chosen.length;
  }

  /** Makes everything good again: half-open lines are cut at last, paused readers read on. */
  heal(): void {
    this.latencyMs = 0;
    this.shut = false;
    for (const link of [...this.links]) {
      if (link.isMute) end(link);
      if (!link.isPaused) continue;
      link.isPaused = false;
      link.far.resume();
    }
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.server?.close(() => done()) ?? done());
    this.cut(1);
    await closed;
  }

  private choose(share: number): Link[] {
    return this.random.shuffle([...this.links]).slice(0, Math.ceil(this.links.size * share));
  }

  private accept(near: Socket): void {
    near.on('error', () => near.destroy());
    this.connectTo(this.shut ? [] : this.random.shuffle(this.targets()), near);
  }

  private connectTo([port, ...others]: number[], near: Socket): void {
    if (port === undefined || near.destroyed) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    const failed = (): void => this.connectTo(others, near);
    far.once('error', failed);
    far.once('connect', () => {
      far.off('error', failed);
      this.join({ near, far, isMute: false, losesAnswers: false, isPaused: false });
    });
  }

  private join(link: Link): void {
    const { near, far } = link;
    this.links.add(link);
    near.setNoDelay(true);
    far.setNoDelay(true);
    this.carry(link, near, far);
    this.carry(link, far, near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => {
        if (link.isMute && !other.destroyed) return;
        other.destroy();
        this.links.delete(link);
      });
    }
  }

  /** Bytes keep their order, whatever the latency is at the moment. */
  private carry(link: Link, from: Socket, to: Socket): void {
    let dueAt = 0;
    from.on('data', (chunk: Buffer) => {
      if (link.isMute || (link.losesAnswers && from === link.far)) return;
      const now = Date.now();
      dueAt = Math.max(dueAt, now + this.latencyMs * (1 + this.random.next()));
      if (this.latencyMs === 0 && dueAt <= now + 1) pass(chunk);
      else setTimeout(() => pass(chunk), dueAt - now);
    });
    const pass = (chunk: Buffer): void => {
      if (link.isMute || to.destroyed || to.write(chunk)) return;
      from.pause();
      to.once('drain', () => link.isPaused || from.resume());
    };
  }
}

function end({ near, far }: Link): void {
  near.resetAndDestroy();
  far.resetAndDestroy();
}
