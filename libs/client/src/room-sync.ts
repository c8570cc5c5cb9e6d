import type { HistoryPage, RecordEntries, RecordHead, SyncAnswer, WireError } from '@roundtable/contracts';
import { PROTOCOL_VERSION, TIMINGS } from '@roundtable/contracts';
import { retryAfterMs, type Connection } from './connection.js';
import { mayBeRetried, type AskServer } from './outcome.js';
import * as follower from './record-follower.js';
import type { Gap, RecordView } from './record-view.js';
import { backoffMs, type Timers } from './timers.js';
import { NoAnswerError } from './transport.js';

/** A sync is only asked again out of doubt when the last answer is older than this. */
const DOUBT_AFTER_MS = 3_000;

export interface RoomSyncOptions {
  room: string;
  connection: Connection;
  ask: AskServer;
  timers: Timers;
  /** The view may have changed. `answer` is set where a sync was answered. */
  onChange(answer: SyncAnswer | null): void;
  /** The server does not let this person read. */
  onRefused(error: WireError): void;
}

/** Keeps a view of the record up to date: feeds the follower, and asks the server when the follower needs it. */
export class RoomSync {
  private following = follower.startFollowing();
  private stopped = false;
  private postponed = false;
  private failures = 0;
  private answeredAt = -Infinity;
  private cancelRetry: () => void = () => undefined;

  constructor(private readonly options: RoomSyncOptions) {}

  get view(): RecordView | null {
    return this.following.view;
  }

  get isUpToDate(): boolean {
    return this.isOnline() && this.following.joined && this.following.heard === null;
  }

  takeEntries(batch: RecordEntries): void {
    this.advance(follower.heardEntries(this.following, batch));
  }

  takeHead(head: RecordHead): void {
    this.advance(follower.heardHead(this.following, head));
  }

  /** Gives how many places the page filled. */
  takePage(page: HistoryPage): number {
    const before = missing(this.view?.gaps ?? []);
    this.advance(follower.historyLoaded(this.following, page));
    return before - missing(this.view?.gaps ?? []);
  }

  lineChanged(): void {
    if (!this.isOnline()) {
      this.cancelRetry();
      this.postponed = false;
      this.following = follower.lineLost(this.following);
    }
    void this.sync();
  }

  /** The line may be deaf, or a right may have changed: asks, to know. */
  doubt(): void {
    if (this.options.timers.now() - this.answeredAt < DOUBT_AFTER_MS) return;
    this.askAgain();
  }

  askAgain(): void {
    this.following = follower.lineDoubted(this.following);
    void this.sync();
  }

  /** Stops and forgets the view. */
  forget(): void {
    this.stop();
    this.following = follower.startFollowing();
  }

  stop(): void {
    this.stopped = true;
    this.cancelRetry();
  }

  private isOnline(): boolean {
    return this.options.connection.getState().name === 'online';
  }

  private advance(following: follower.FollowerState, answer: SyncAnswer | null = null): void {
    if (this.stopped) return;
    this.following = following;
    this.options.onChange(answer);
    void this.sync();
  }

  private async sync(): Promise<void> {
    if (this.stopped || this.postponed || !this.isOnline() || !follower.needsSync(this.following)) return;
    const request = { v: PROTOCOL_VERSION, room: this.options.room, ...follower.syncPoint(this.following) };
    this.following = follower.syncBegan(this.following);
    const number = this.following.syncs;
    const answer = await this.options.ask('record.sync', request).catch((error: unknown) => {
      if (error instanceof NoAnswerError) return null;
      throw error;
    });
    if (this.stopped || this.following.syncing !== number) return;
    if (answer === null) return this.syncLater(number, 0);
    if (!answer.ok) {
      if (mayBeRetried(answer.error)) return this.syncLater(number, retryAfterMs(answer.error));
      return this.options.onRefused(answer.error);
    }
    this.failures = 0;
    this.answeredAt = this.options.timers.now();
    this.advance(follower.syncAnswered(this.following, number, answer), answer);
  }

  private syncLater(number: number, atLeastMs: number): void {
    this.following = follower.syncFailed(this.following, number);
    if (!this.isOnline()) return;
    const { timers } = this.options;
    const delay =
      atLeastMs + backoffMs(this.failures, timers, TIMINGS.reconnectMinMs, TIMINGS.reconnectMaxMs);
    this.failures += 1;
    this.cancelRetry();
    this.postponed = true;
    this.cancelRetry = timers.after(delay, () => {
      this.postponed = false;
      void this.sync();
    });
  }
}

function missing(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0);
}
