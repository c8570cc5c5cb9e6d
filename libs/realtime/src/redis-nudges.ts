import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { newId, type JsonLogger, type ServerSecret } from '@roundtable/platform';
import { EventEmitter } from 'node:events';
import { createClient } from 'redis';
import { readNudge, writeNudge } from './nudge-envelope.js';
import {
  Nudges,
  type NudgeListener,
  type NudgesBySubject,
  type NudgesState,
  type NudgeSubject,
} from './nudges.js';

const SUBJECTS: readonly NudgeSubject[] = ['head', 'login', 'presence', 'who', 'typing'];
const ANSWER_WITHIN_MS = 500;
/** A line on which nothing came for so long, though we ask every two seconds, is taken for dead. */
const SILENT_FOR_MS = 6_000;
const ASK_EVERY_MS = 2_000;
/** Most messages on their way to Redis; the next are lost, as all nudges may be. */
const MOST_UNANSWERED = 256;
const RECONNECT_AT_MOST_MS = 2_000;

/**
 * Nudges over Redis pub/sub. A Redis that is dead or hung costs nothing but the nudges: nothing is queued for it while it
 * is away, what is unanswered is bounded, and nobody waits. Heads of one room on their way are told once, the newest.
 */
export class RedisNudges extends Nudges implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly node = newId();
  readonly counts = { sent: 0, lost: 0, received: 0, malformed: 0 };
  private readonly heard = new EventEmitter().setMaxListeners(0);
  private readonly publisher: RedisClient;
  private readonly subscriber: RedisClient;
  private readonly subscribed = new Set<NudgeSubject>();
  private unanswered = 0;
  /** By room: null while its head is on the way, or the newer head to be told next. */
  private readonly headsOnTheWay = new Map<string, NudgesBySubject['head'] | null>();

  constructor(
    url: string,
    private readonly secret: ServerSecret,
    private readonly logger: JsonLogger,
  ) {
    super();
    this.publisher = connectLater(url).on('error', () => undefined);
    this.subscriber = connectLater(url).on('error', (error: Error) =>
      this.logger.logger.debug({ reason: error.name }, 'redis line broken'),
    );
    this.subscriber.on('ready', () => void this.takeUp());
  }

  onApplicationBootstrap(): void {
    // The first connection may come any time later: the client tries again by itself.
    this.publisher.connect().catch(() => undefined);
    this.subscriber.connect().catch(() => undefined);
  }

  /** After everything else has said what it had to say. */
  onApplicationShutdown(): void {
    for (const client of [this.publisher, this.subscriber]) if (client.isOpen) client.destroy();
  }

  override send<S extends NudgeSubject>(subject: S, nudge: NudgesBySubject[S]): void {
    if (subject === 'head') this.sendHead(nudge as NudgesBySubject['head']);
    else void this.publish(subject, nudge);
  }

  override on<S extends NudgeSubject>(subject: S, listener: NudgeListener<S>): void {
    this.heard.on(subject, listener);
  }

  override onReturn(listener: () => void): void {
    this.heard.on('return', listener);
  }

  override async check(): Promise<NudgesState> {
    if (!this.publisher.isReady || !this.subscriber.isReady) return 'down';
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<NudgesState>((resolve) => {
      timer = setTimeout(() => resolve('down'), ANSWER_WITHIN_MS);
    });
    const answered = this.publisher.ping().then(
      (): NudgesState => 'up',
      (): NudgesState => 'down',
    );
    return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
  }

  private sendHead(nudge: NudgesBySubject['head']): void {
    if (this.headsOnTheWay.has(nudge.room)) {
      this.headsOnTheWay.set(nudge.room, nudge);
      return;
    }
    this.headsOnTheWay.set(nudge.room, null);
    void this.publish('head', nudge).then((wasHeard) => {
      const newer = this.headsOnTheWay.get(nudge.room);
      this.headsOnTheWay.delete(nudge.room);
      if (newer && wasHeard) this.sendHead(newer);
    });
  }

  /** Never rejects; true where Redis took it. */
  private async publish<S extends NudgeSubject>(subject: S, nudge: NudgesBySubject[S]): Promise<boolean> {
    if (!this.publisher.isReady || this.unanswered >= MOST_UNANSWERED) {
      this.counts.lost += 1;
      return false;
    }
    this.unanswered += 1;
    try {
      await this.publisher.publish(channelOf(subject), writeNudge(this.secret, subject, nudge));
      this.counts.sent += 1;
      return true;
    } catch {
      this.counts.lost += 1;
      return false;
    } finally {
      this.unanswered -= 1;
    }
  }

  /** What was subscribed once, the client subscribes again by itself when the line comes back. */
  private async takeUp(): Promise<void> {
    try {
      for (const subject of SUBJECTS) {
        if (this.subscribed.has(subject)) continue;
        await this.subscriber.subscribe(channelOf(subject), (message) => this.hear(subject, message));
        this.subscribed.add(subject);
      }
      this.heard.emit('return');
    } catch {
      // The line broke again; the next one takes up the rest.
    }
  }

  private hear(subject: NudgeSubject, message: string): void {
    const nudge = readNudge(this.secret, subject, message);
    if (!nudge) {
      this.counts.malformed += 1;
      return;
    }
    this.counts.received += 1;
    try {
      this.heard.emit(subject, nudge);
    } catch (error) {
      this.logger.logger.warn({ err: error, subject }, 'nudge not followed');
    }
  }
}

type RedisClient = ReturnType<typeof connectLater>;

function connectLater(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 4 * MOST_UNANSWERED,
    commandOptions: { timeout: ANSWER_WITHIN_MS },
    pingInterval: ASK_EVERY_MS,
    socket: {
      connectTimeout: 2_000,
      socketTimeout: SILENT_FOR_MS,
      reconnectStrategy: (tries: number) =>
        Math.min(RECONNECT_AT_MOST_MS, 50 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random() / 2),
    },
  });
}

function channelOf(subject: NudgeSubject): string {
  return `roundtable:${subject}`;
}
