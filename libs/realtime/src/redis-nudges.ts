import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { newId, type JsonLogger, type ServerSecret } from '@roundtable/platform';
import { EventEmitter } from 'node:events';
import { readNudge, writeNudge } from './nudge-envelope.js';
import {
  Nudges,
  type NudgeListener,
  type NudgesBySubject,
  type NudgesState,
  type NudgeSubject,
} from './nudges.js';
import { ANSWER_WITHIN_MS, MOST_UNANSWERED, type RedisLine } from './redis-line.js';

const SUBJECTS: readonly NudgeSubject[] = ['head', 'login', 'presence', 'who', 'typing', 'document', 'point'];

/**
 * Nudges over Redis pub/sub. A Redis that is dead or hung costs nothing but the nudges: nothing is queued for it while it
 * is away, what is unanswered is bounded, and nobody waits. Heads of one room on their way are told once, the newest.
 */
export class RedisNudges extends Nudges implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly node = newId();
  readonly counts = { sent: 0, lost: 0, received: 0, malformed: 0 };
  private readonly heard = new EventEmitter().setMaxListeners(0);
  private unanswered = 0;
  /** By room: null while its head is on the way, or the newer head to be told next. */
  private readonly headsOnTheWay = new Map<string, NudgesBySubject['head'] | null>();

  constructor(
    private readonly line: RedisLine,
    private readonly secret: ServerSecret,
    private readonly logger: JsonLogger,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.line.open(SUBJECTS, {
      message: (subject, message) => this.hear(subject as NudgeSubject, message),
      taken: () => void this.heard.emit('return'),
      broken: (error) => this.logger.logger.debug({ reason: error.name }, 'redis line broken'),
    });
  }

  /** After everything else has said what it had to say. */
  onApplicationShutdown(): void {
    this.line.close();
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
    if (!this.line.isReady) return 'down';
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<NudgesState>((resolve) => {
      timer = setTimeout(() => resolve('down'), ANSWER_WITHIN_MS);
    });
    const answered = this.line.ping().then(
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
    if (!this.line.isReady || this.unanswered >= MOST_UNANSWERED) {
      this.counts.lost += 1;
      return false;
    }
    this.unanswered += 1;
    try {
      await this.line.publish(subject, keyOf(nudge), writeNudge(this.secret, subject, nudge));
      this.counts.sent += 1;
      return true;
    } catch {
      this.counts.lost += 1;
      return false;
    } finally {
      this.unanswered -= 1;
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

function keyOf(nudge: NudgesBySubject[NudgeSubject]): string {
  return 'room' in nudge ? nudge.room : nudge.login;
}
