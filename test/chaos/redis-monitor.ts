import { connect, type Socket } from 'node:net';

/** Longest piece of a line that is kept while it is not whole; words that are looked for are much shorter. */
const OVERLAP = 200;

/** Watches everything that Redis is told (MONITOR) for words that must not be there. Comes back when Redis does. */
export class RedisMonitor {
  readonly found = new Map<string, number>();
  bytes = 0;
  private socket: Socket | null = null;
  private rest = '';
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly words: () => readonly string[],
  ) {
    this.connect();
  }

  get isWatching(): boolean {
    return this.socket !== null && this.bytes > 0;
  }

  close(): void {
    this.isClosed = true;
    this.socket?.destroy();
  }

  private connect(): void {
    if (this.isClosed) return;
    const { hostname, port } = new URL(this.url);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      this.socket = socket;
      socket.write('MONITOR\r\n');
    });
    socket.on('data', (chunk: Buffer) => this.read(chunk.toString('utf8')));
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.socket = null;
      setTimeout(() => this.connect(), 50);
    });
  }

  private read(chunk: string): void {
    this.bytes += chunk.length;
    const text = this.rest + chunk;
    for (const word of this.words())
      if (text.includes(word)) this.found.set(word, (this.found.get(word) ?? 0) + 1);
    this.rest = text.slice(-OVERLAP);
  }
}
