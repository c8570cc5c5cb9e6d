import { Injectable } from '@nestjs/common';
import { Busy, Config, Turnstile } from '@roundtable/platform';
import type { LiveSocket } from './live-socket.js';
import { SlowReaders } from './slow-readers.js';

/** Less than a client waits for an answer, so that it is told to come back instead of giving the line up. */
const WAIT_MS = 8_000;
const COME_BACK_WITHIN_MS = 5_000;

/** What became of those who came since the start. */
export interface AdmissionCounts {
  admitted: number;
  caughtUp: number;
  /** Told `busy`, at either door. */
  refused: number;
}

/**
 * Keeps a crowd that returns at once from taking the database from those who are speaking: so many are let in at a time,
 * so many catch up, a bounded number waits its turn, and the others are told when to come back.
 */
@Injectable()
export class Admission {
  readonly counts: AdmissionCounts = { admitted: 0, caughtUp: 0, refused: 0 };
  private readonly handshakes: Turnstile;
  private readonly catchUps: Turnstile;
  private isClosed = false;

  constructor(
    private readonly slow: SlowReaders,
    { admittedAtOnce, admissionWaiting, databasePool }: Config,
  ) {
    const limits = { waiting: admissionWaiting, waitMs: WAIT_MS };
    this.handshakes = new Turnstile({ ...limits, atOnce: admittedAtOnce });
    // Half of the connections stay for those who act.
    this.catchUps = new Turnstile({
      ...limits,
      atOnce: Math.min(admittedAtOnce, Math.max(1, Math.floor(databasePool / 2))),
    });
  }

  /** How many wait at either door. */
  get waiting(): number {
    return this.handshakes.waiting + this.catchUps.waiting;
  }

  /** From now on everybody is asked to come back: the process stops. */
  close(): void {
    this.isClosed = true;
  }

  /** Lets a connection in when its turn comes. @throws Busy, or what `work` throws. */
  async enter<T>(work: () => Promise<T>): Promise<T> {
    const entered = await this.pass(() => {
      if (this.isClosed) throw new Busy(COME_BACK_WITHIN_MS);
      return this.handshakes.run(work);
    });
    this.counts.admitted += 1;
    return entered;
  }

  /** Lets a reader catch up when its turn comes. @throws Busy, also for one that does not read; or what `work` throws. */
  async catchUp<T>(socket: LiveSocket, work: () => Promise<T>): Promise<T> {
    const caughtUp = await this.pass(() => {
      this.slow.demandRoom(socket);
      return this.catchUps.run(work);
    });
    this.counts.caughtUp += 1;
    return caughtUp;
  }

  private async pass<T>(through: () => Promise<T>): Promise<T> {
    try {
      return await through();
    } catch (error) {
      if (error instanceof Busy) this.counts.refused += 1;
      throw error;
    }
  }
}
