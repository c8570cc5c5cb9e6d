import { createClient } from 'redis';

/** What comes over a line to Redis. */
export interface LineEars {
  message(subject: string, message: string): void;
  /** The line stands, for the first time or again: what was said meanwhile is unknown. */
  taken(): void;
  broken(error: Error): void;
}

/** A line to Redis for messages to all nodes. It opens itself again for ever, and queues nothing while it is away. */
export interface RedisLine {
  readonly isReady: boolean;
  /** Opens and keeps open; returns at once. */
  open(subjects: readonly string[], ears: LineEars): void;
  /** `key` says what it is about: messages about one thing keep their order. Rejects within half a second. */
  publish(subject: string, key: string, message: string): Promise<unknown>;
  /** Rejects, or stays open, where nobody answers. */
  ping(): Promise<unknown>;
  close(): void;
}

/** Longest that Redis may take over a command. */
export const ANSWER_WITHIN_MS = 500;
/** Most messages on their way to Redis. */
export const MOST_UNANSWERED = 256;
/** A line on which nothing came for so long, though we ask every two seconds, is taken for dead. */
export const SILENT_FOR_MS = 6_000;
export const ASK_EVERY_MS = 2_000;
const RECONNECT_AT_MOST_MS = 2_000;

/** How every connection to a Redis is made: a dead or hung one costs nothing but what was to be said to it. */
export const CONNECTION = {
  disableOfflineQueue: true,
  commandsQueueMaxLength: 4 * MOST_UNANSWERED,
  pingInterval: ASK_EVERY_MS,
  socket: {
    connectTimeout: 2_000,
    socketTimeout: SILENT_FOR_MS,
    reconnectStrategy: (tries: number) =>
      Math.min(RECONNECT_AT_MOST_MS, 50 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random() / 2),
  },
} as const;

/** A line to one Redis: a channel for each subject. */
export class SingleRedisLine implements RedisLine {
  private readonly publisher: RedisClient;
  private readonly subscriber: RedisClient;
  private readonly subscribed = new Set<string>();

  constructor(url: string) {
    this.publisher = connectLater(url).on('error', () => undefined);
    this.subscriber = connectLater(url);
  }

  get isReady(): boolean {
    return this.publisher.isReady && this.subscriber.isReady;
  }

  open(subjects: readonly string[], ears: LineEars): void {
    this.subscriber.on('error', (error: Error) => ears.broken(error));
    this.subscriber.on('ready', () => void this.takeUp(subjects, ears));
    // The first connection may come any time later: the client tries again by itself.
    this.publisher.connect().catch(() => undefined);
    this.subscriber.connect().catch(() => undefined);
  }

  publish(subject: string, _key: string, message: string): Promise<unknown> {
    return this.publisher.publish(channelOf(subject), message);
  }

  ping(): Promise<unknown> {
    return this.publisher.ping();
  }

  close(): void {
    for (const client of [this.publisher, this.subscriber]) if (client.isOpen) client.destroy();
  }

  /** What was subscribed once, the client subscribes again by itself when the line comes back. */
  private async takeUp(subjects: readonly string[], ears: LineEars): Promise<void> {
    try {
      for (const subject of subjects) {
        if (this.subscribed.has(subject)) continue;
        await this.subscriber.subscribe(channelOf(subject), (message) => ears.message(subject, message));
        this.subscribed.add(subject);
      }
      ears.taken();
    } catch {
      // The line broke again; the next one takes up the rest.
    }
  }
}

type RedisClient = ReturnType<typeof connectLater>;

function connectLater(url: string) {
  return createClient({ url, ...CONNECTION, commandOptions: { timeout: ANSWER_WITHIN_MS } });
}

function channelOf(subject: string): string {
  return `roundtable:${subject}`;
}
