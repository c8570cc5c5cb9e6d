import type {
  AppendIntent,
  ConnectionClosing,
  Entry,
  RecordEntries,
  SyncAnswer,
  WireError,
} from '@roundtable/contracts';
import { isWithheld, PROTOCOL_VERSION } from '@roundtable/contracts';
import { ActSender } from './act-sender.js';
import type { Connection } from './connection.js';
import type { DocumentStore } from './documents/document-store.js';
import { HistoryLoader } from './history-loader.js';
import { lostWithLine, lostWithSync, type LostAccess } from './lost-access.js';
import { OutboxSender } from './outbox-sender.js';
import { refusedAtOnce, type Sending } from './pending-item.js';
import type { OutboxScope, Words } from './outbox.js';
import type { AskServer } from './outcome.js';
import { OwnTyping } from './own-typing.js';
import { changePresence, inOrderOfArrival } from './presence-list.js';
import { ReadMarker } from './read-marker.js';
import type { RoomOptions } from './room-client.js';
import { emptyState, keepSame, type RoomState } from './room-state.js';
import { RoomSync } from './room-sync.js';
import { shareUnchanged } from './share-unchanged.js';
import { pageLocks } from './tab-locks.js';
import { realTimers } from './timers.js';
import { NoAnswerError } from './transport.js';
import { TypingList } from './typing-list.js';
import { visiblePending } from './visible-pending.js';

/** Ties one room's parts together: feeds them from the connection and makes one state of them for the page. */
export class FollowedRoom {
  readonly outbox: OutboxSender;
  readonly readMarker: ReadMarker;
  readonly ownTyping: OwnTyping;
  readonly history: HistoryLoader;

  private readonly record: RoomSync;
  private current: RoomState;
  private readonly acts: ActSender;
  private readonly typingList: TypingList;
  private readonly connection: Connection;
  private readonly documents: DocumentStore | undefined;
  private readonly scope: OutboxScope;
  private readonly room: string;
  private readonly listeners = new Set<() => void>();
  private readonly endings: (() => void)[];
  private readonly schedule: (notify: () => void) => void;
  private notifying = false;
  private closed = false;
  private mustLeave = false;

  constructor(options: RoomOptions) {
    const {
      connection,
      room,
      self,
      timers = realTimers,
      locks = pageLocks(),
      schedule = (notify) => queueMicrotask(notify),
    } = options;
    const scope = { person: self, room };
    this.connection = connection;
    this.documents = options.documents;
    this.scope = scope;
    this.room = room;
    this.schedule = schedule;
    this.current = emptyState(connection.getState());
    const refresh = (): void => this.refresh();
    const ask: AskServer = (name, payload) => this.ask(name, payload);
    this.record = new RoomSync({
      room,
      connection,
      ask,
      timers,
      onChange: (answer) => this.recordChanged(answer),
      onRefused: (error) => this.syncRefused(error),
    });
    this.outbox = new OutboxSender({ store: options.outbox, scope, ask, timers, locks, onChange: refresh });
    this.acts = new ActSender(scope, ask, timers);
    this.typingList = new TypingList(timers, refresh);
    this.readMarker = new ReadMarker((seq) => this.sendMark(seq), refresh);
    this.ownTyping = new OwnTyping(timers, (on) => this.tellTyping(on));
    this.history = new HistoryLoader(
      options.http,
      room,
      () => this.record.view,
      (page) => this.record.takePage(page),
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
    const head = this.record.view?.head ?? 0;
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
      connection.onDoubt(() => this.record.doubt()),
      connection.on('record.entries', (batch) => batch.room === room && this.takeEntries(batch)),
      connection.on('record.head', (head) => head.room === room && this.record.takeHead(head)),
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
    const line = this.connection.getState();
    const lost = line.name === 'ended' ? lostWithLine(line.reason, line.message) : null;
    if (lost) return this.loseAccess(lost);
    if (line.name !== 'online') {
      this.outbox.setOnline(false);
      this.typingList.clear();
    }
    this.record.lineChanged();
    this.refresh();
  }

  private closing({ code, message }: ConnectionClosing): void {
    const lost = lostWithLine(code, message);
    if (lost) return this.loseAccess(lost);
    if (code !== 'room_left') return;
    // It may have been another room: the answer to a new sync tells.
    this.mustLeave = true;
    this.record.askAgain();
  }

  private syncRefused(error: WireError): void {
    this.loseAccess(lostWithSync(error, { wasIn: this.record.view !== null, wasLeft: this.mustLeave }));
  }

  private recordChanged(answer: SyncAnswer | null): void {
    if (this.record.view) this.outbox.forgetUpTo(this.record.view.head, this.record.view.epoch);
    if (answer === null) return this.refresh();
    this.mustLeave = false;
    const { participant, permissions, lastRead } = answer.me;
    this.readMarker.hear(lastRead);
    const me = shareUnchanged(this.current.me, { participant, permissions });
    this.refresh({ me, presence: shareUnchanged(this.current.presence, inOrderOfArrival(answer.presence)) });
    this.outbox.setOnline(true);
    void this.readMarker.flush();
  }

  private takeEntries(batch: RecordEntries): void {
    for (const entry of batch.entries) {
      if (!isWithheld(entry) && entry.type === 'discussion.posted' && entry.actor)
        this.typingList.forget(entry.actor);
    }
    this.record.takeEntries(batch);
    if (batch.entries.some((entry) => !isWithheld(entry) && this.changesRights(entry)))
      this.record.askAgain();
  }

  /** What one may do depends on the meeting's state and on one's own roles; only the server says what follows. */
  private changesRights(entry: Entry): boolean {
    switch (entry.type) {
      case 'meetings.opened':
      case 'meetings.suspended':
      case 'meetings.closed':
        return true;
      case 'meetings.participant_changed':
        return this.isSelf(entry.data.participant.id);
      default:
        return false;
    }
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
  private loseAccess({ refusal, erases }: LostAccess): void {
    if (this.closed) return;
    this.stop();
    this.record.forget();
    if (erases) this.erase(refusal);
    else this.outbox.stop();
    this.refresh({ refusal, erased: erases, me: null, presence: [] });
  }

  private erase(refusal: WireError): void {
    void this.outbox.erase(refusal);
    void this.documents?.erase(this.scope).catch(() => undefined);
  }

  private stop(): void {
    this.closed = true;
    this.record.stop();
    this.typingList.clear();
    for (const end of this.endings) end();
  }

  /** One state of all parts: an entry and the pending item it came from change places in the same step. */
  private refresh(change: Partial<RoomState> = {}): void {
    const { view } = this.record;
    const next = { ...this.current, ...change, connection: this.connection.getState(), record: view };
    next.status = next.refusal
      ? 'refused'
      : view === null
        ? 'joining'
        : this.record.isUpToDate
          ? 'live'
          : 'behind';
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

  private notifySoon(): void {
    if (this.notifying) return;
    this.notifying = true;
    this.schedule(() => {
      this.notifying = false;
      for (const listener of this.listeners) listener();
    });
  }
}

function sameList<T>(before: readonly T[], next: readonly T[]): readonly T[] {
  return before.length === next.length && before.every((item, index) => item === next[index]) ? before : next;
}
