import type {
  AppendIntent,
  ConnectionClosing,
  RecordEntries,
  SyncAnswer,
  WireError,
} from '@roundtable/contracts';
import { ERROR_SENTENCES, isWithheld, PROTOCOL_VERSION, TIMINGS } from '@roundtable/contracts';
import { ActSender } from './act-sender.js';
import { retryAfterMs, type Connection } from './connection.js';
import { HistoryLoader } from './history-loader.js';
import { OutboxSender, type Sending } from './outbox-sender.js';
import type { Words } from './outbox.js';
import { mayBeRetried, type AskServer } from './outcome.js';
import { OwnTyping } from './own-typing.js';
import { changePresence, inOrderOfArrival } from './presence-list.js';
import { ReadMarker } from './read-marker.js';
import * as follower from './record-follower.js';
import type { RoomOptions } from './room-client.js';
import { keepSame, type RoomState } from './room-state.js';
import { pageLocks } from './tab-locks.js';
import { backoffMs, realTimers, type Timers } from './timers.js';
import { NoAnswerError } from './transport.js';
import { TypingList } from './typing-list.js';
import { visiblePending } from './visible-pending.js';

/** A sync is only asked again out of doubt when the last answer is older than this. */
const DOUBT_AFTER_MS = 3_000;

/** Ties one room's parts together: feeds them from the connection and makes one state of them for the page. */
export class FollowedRoom {
  readonly outbox: OutboxSender;
  readonly readMarker: ReadMarker;
  readonly ownTyping: OwnTyping;
  readonly history: HistoryLoader;

  private following = follower.startFollowing();
  private current: RoomState;
  private readonly acts: ActSender;
  private readonly typingList: TypingList;
  private readonly timers: Timers;
  private readonly connection: Connection;
  private readonly room: string;
  private readonly listeners = new Set<() => void>();
  private readonly endings: (() => void)[];
  private readonly schedule: (notify: () => void) => void;
  private notifying = false;
  private closed = false;
  private mustLeave = false;
  private syncFailures = 0;
  private syncedAt = -Infinity;
  private cancelSync: () => void = () => undefined;

  constructor(options: RoomOptions) {
    const {
      connection,
      room,
      self,
      timers = realTimers,
      locks = pageLocks(),
      schedule = queueMicrotask,
    } = options;
    this.connection = connection;
    this.room = room;
    this.timers = timers;
    this.schedule = schedule;
    this.current = emptyState(connection);
    const scope = { person: self, room };
    const refresh = (): void => this.refresh();
    const ask: AskServer = (name, payload) => this.ask(name, payload);
    this.outbox = new OutboxSender({ store: options.outbox, scope, ask, timers, locks, onChange: refresh });
    this.acts = new ActSender(scope, ask, timers);
    this.typingList = new TypingList(timers, refresh);
    this.readMarker = new ReadMarker((seq) => this.sendMark(seq), refresh);
    this.ownTyping = new OwnTyping(timers, (on) => this.tellTyping(on));
    this.history = new HistoryLoader(
      options.http,
      room,
      () => this.following.view,
      (page) => this.takePage(page),
    );
    this.endings = this.listen();
    this.lineChanged();
  }

  getState(): RoomState {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  say<N extends AppendIntent>(intent: N, words: Words<N>): Sending {
    if (this.current.refusal !== null) return refusedAtOnce(this.current.refusal);
    const head = this.following.view?.head ?? 0;
    return this.outbox.add(intent, words, Math.max(head, this.outbox.lastAcknowledged));
  }

  act<N extends AppendIntent>(intent: N, words: Words<N>): Sending {
    return this.acts.send(intent, words);
  }

  close(): void {
    if (this.closed) return;
    this.stop();
    this.outbox.stop();
    this.connection.request('record.leave', { v: PROTOCOL_VERSION, room: this.room }).catch(() => undefined);
  }

  private listen(): (() => void)[] {
    const { connection, room } = this;
    return [
      connection.subscribe(() => this.lineChanged()),
      connection.onDoubt(() => this.doubt()),
      connection.on('record.entries', (batch) => batch.room === room && this.takeEntries(batch)),
      connection.on(
        'record.head',
        (head) => head.room === room && this.advance(follower.heardHead(this.following, head)),
      ),
      connection.on('presence.changed', (change) => {
        if (change.room === room) this.refresh({ presence: changePresence(this.current.presence, change) });
      }),
      connection.on('presence.typed', (typed) => {
        if (typed.room === room && !this.isSelf(typed.participant))
          this.typingList.hear(typed.participant, typed.on);
      }),
      connection.on('discussion.read_mark', (mark) => mark.room === room && this.readMarker.hear(mark.seq)),
      connection.on('connection.closing', (closing) => this.closing(closing)),
    ];
  }

  private lineChanged(): void {
    const { name } = this.connection.getState();
    if (name !== 'online') {
      this.cancelSync();
      this.outbox.setOnline(false);
      this.typingList.clear();
      this.following = follower.lineLost(this.following);
    }
    this.refresh();
    void this.sync();
  }

  private doubt(): void {
    if (this.timers.now() - this.syncedAt < DOUBT_AFTER_MS) return;
    this.following = follower.lineLost(this.following);
    void this.sync();
  }

  private closing({ code, message }: ConnectionClosing): void {
    if (code === 'removed') this.loseAccess({ code: 'participant_removed', message }, true);
    if (code === 'link_revoked') this.loseAccess({ code: 'link_revoked', message }, true);
    if (code === 'login_ended') this.loseAccess({ code: 'unauthenticated', message }, false);
    if (code !== 'room_left') return;
    // It may have been another room: the answer to a new sync tells.
    this.mustLeave = true;
    this.following = follower.lineLost(this.following);
    void this.sync();
  }

  private async sync(): Promise<void> {
    if (this.closed || this.connection.getState().name !== 'online' || !follower.needsSync(this.following))
      return;
    const request = { v: PROTOCOL_VERSION, room: this.room, ...follower.syncPoint(this.following) };
    this.following = follower.syncBegan(this.following);
    const number = this.following.syncs;
    const answer = await this.ask('record.sync', request).catch((error: unknown) => {
      if (error instanceof NoAnswerError) return null;
      throw error;
    });
    if (this.closed || this.following.syncing !== number) return;
    if (answer === null) return this.syncLater(number, 0);
    if (answer.ok) return this.takeSync(number, answer);
    if (mayBeRetried(answer.error)) return this.syncLater(number, retryAfterMs(answer.error));
    const isGone = ['not_found', 'participant_removed', 'link_revoked'].includes(answer.error.code);
    this.loseAccess(answer.error, isGone || this.mustLeave);
  }

  private takeSync(number: number, answer: SyncAnswer): void {
    this.syncFailures = 0;
    this.mustLeave = false;
    this.syncedAt = this.timers.now();
    const { participant, permissions, lastRead } = answer.me;
    this.readMarker.hear(lastRead);
    this.advance(follower.syncAnswered(this.following, number, answer), {
      me: { participant, permissions },
      presence: inOrderOfArrival(answer.presence),
    });
    this.outbox.setOnline(true);
    void this.readMarker.flush();
  }

  private syncLater(number: number, atLeastMs: number): void {
    this.following = follower.syncFailed(this.following, number);
    if (this.connection.getState().name !== 'online') return;
    const { reconnectMinMs, reconnectMaxMs } = TIMINGS;
    const delay = atLeastMs + backoffMs(this.syncFailures++, this.timers, reconnectMinMs, reconnectMaxMs);
    this.cancelSync();
    this.cancelSync = this.timers.after(delay, () => void this.sync());
  }

  private takeEntries(batch: RecordEntries): void {
    for (const entry of batch.entries) {
      if (!isWithheld(entry) && entry.type === 'discussion.posted' && entry.actor)
        this.typingList.forget(entry.actor);
    }
    this.advance(follower.heardEntries(this.following, batch));
  }

  private takePage(page: Parameters<typeof follower.historyLoaded>[1]): number {
    const before = this.following.view;
    this.advance(follower.historyLoaded(this.following, page));
    const after = this.following.view;
    return before === null || after === null ? 0 : missing(before) - missing(after);
  }

  private advance(following: follower.FollowerState, change: Partial<RoomState> = {}): void {
    if (this.closed) return;
    this.following = following;
    if (following.view) this.outbox.forgetUpTo(following.view.head);
    this.refresh(change);
    void this.sync();
  }

  /** A line that does not answer is given up: the next one shows whether the server is there. */
  private readonly ask: AskServer = async (name, payload) => {
    try {
      return await this.connection.request(name, payload);
    } catch (error) {
      if (error instanceof NoAnswerError && error.why === 'timeout') this.connection.renew();
      throw error;
    }
  };

  private async sendMark(seq: number): Promise<boolean> {
    try {
      return (await this.ask('discussion.mark_read', { v: PROTOCOL_VERSION, room: this.room, seq })).ok;
    } catch {
      return false;
    }
  }

  private tellTyping(on: boolean): void {
    this.connection
      .request('presence.typing', { v: PROTOCOL_VERSION, room: this.room, on })
      .catch(() => undefined);
  }

  private isSelf(participant: string): boolean {
    return participant === this.current.me?.participant;
  }

  /** Takes everything off the page; off the device too where the right to read is gone. */
  private loseAccess(refusal: WireError, erase: boolean): void {
    if (this.closed) return;
    this.following = follower.startFollowing();
    this.stop();
    if (erase) void this.outbox.erase(refusal);
    else this.outbox.stop();
    this.refresh({ refusal, me: null, presence: [] });
  }

  private stop(): void {
    this.closed = true;
    this.cancelSync();
    this.typingList.clear();
    for (const end of this.endings) end();
  }

  /** One state of all parts: an entry and the pending item it came from change places in the same step. */
  private refresh(change: Partial<RoomState> = {}): void {
    const { view } = this.following;
    const next = { ...this.current, ...change, connection: this.connection.getState(), record: view };
    next.status = next.refusal ? 'refused' : view === null ? 'joining' : this.isLive() ? 'live' : 'behind';
    const person = next.me?.participant ?? '';
    const pending = visiblePending(this.outbox.getPending(), view, person, this.outbox.lastAcknowledged);
    next.pending = sameList(this.current.pending, pending);
    next.typing = this.typingList.get();
    next.lastRead = this.readMarker.get();
    const kept = keepSame(this.current, next);
    if (kept === this.current) return;
    this.current = kept;
    this.notifySoon();
  }

  private isLive(): boolean {
    return (
      this.connection.getState().name === 'online' && this.following.joined && this.following.heard === null
    );
  }

  private notifySoon(): void {
    if (this.notifying) return;
    this.notifying = true;
    this.schedule(() => {
      this.notifying = false;
      for (const listener of this.listeners) listener();
    });
  }
}

function emptyState(connection: Connection): RoomState {
  const nothing = {
    refusal: null,
    me: null,
    record: null,
    pending: [],
    presence: [],
    typing: [],
    lastRead: 0,
  };
  return { status: 'joining', connection: connection.getState(), ...nothing };
}

function sameList<T>(before: readonly T[], next: readonly T[]): readonly T[] {
  return before.length === next.length && before.every((item, index) => item === next[index]) ? before : next;
}

function missing(view: { gaps: readonly { from: number; to: number }[] }): number {
  return view.gaps.reduce((sum, gap) => sum + gap.to - gap.from + 1, 0);
}

function refusedAtOnce(error: WireError): Sending {
  return {
    clientId: '',
    done: Promise.resolve({
      ok: false,
      error: { ...error, message: error.message || ERROR_SENTENCES[error.code] },
    }),
  };
}
