import type { AppendIntent, IntentPayload, WireError } from '@roundtable/contracts';
import { PROTOCOL_VERSION, TIMINGS } from '@roundtable/contracts';
import type { OutboxItem, OutboxScope, OutboxStore, Words } from './outbox.js';
import { outcomeOf, type AskServer, type Outcome } from './outcome.js';
import { restored, type PendingItem, type Sending, type SendResult } from './pending-item.js';
import type { TabLocks } from './tab-locks.js';
import { backoffMs, type Timers } from './timers.js';
import { uuidV7 } from './uuid-v7.js';

export interface OutboxSenderOptions {
  store: OutboxStore;
  scope: OutboxScope;
  ask: AskServer;
  timers: Timers;
  locks: TabLocks;
  onChange(): void;
}

/**
 * Sends what was said in one room: one at a time, in order, each with the clientId it got when it was said, again and
 * again until the server has accepted or refused it. Decides nothing about what is shown.
 */
export class OutboxSender {
  private items: readonly PendingItem[] = [];
  private readonly waiters = new Map<string, (result: SendResult) => void>();
  private readonly saving = new Map<string, Promise<void>>();
  private loaded: Promise<void>;
  private wasOnline = false;
  private online = false;
  private stopped = false;
  private pumping = false;
  private failures = 0;
  private lastSeq = 0;
  private epoch = 0;
  /** How far the view is: what is acknowledged up to here has its entry already. */
  private head = 0;
  private cancelRetry: (() => void) | null = null;
  /** What was let go of since the last reading of the device began: that reading may still have found it. */
  private readonly letGo = new Set<string>();

  constructor(private readonly options: OutboxSenderOptions) {
    this.loaded = this.load();
  }

  getPending(): readonly PendingItem[] {
    return this.items;
  }

  /** Highest seq that something sent from here became: what is sent later comes later. */
  get lastAcknowledged(): number {
    return this.lastSeq;
  }

  add<N extends AppendIntent>(intent: N, words: Words<N>, after: number): Sending {
    const item = this.newItem(intent, words, after);
    this.items = [...this.items, item];
    return this.begin(item);
  }

  /** Replaces refused words by others, under a new clientId, in their place. Null where nothing refused has that id. */
  revise(clientId: string, words: object): Sending | null {
    const refused = this.items.find((item) => item.clientId === clientId && item.status === 'refused');
    if (!refused) return null;
    const item = this.newItem(refused.intent, { ...refused.words, ...words }, refused.after);
    this.items = this.items.map((other) => (other === refused ? item : other));
    this.unsave(refused);
    return this.begin(item);
  }

  /** Forgets refused words. False where nothing refused has that id. */
  discard(clientId: string): boolean {
    const refused = this.items.find((item) => item.clientId === clientId && item.status === 'refused');
    if (!refused) return false;
    this.items = this.items.filter((other) => other !== refused);
    this.unsave(refused);
    this.options.onChange();
    return true;
  }

  /** Tells whether the server can be asked now. */
  setOnline(online: boolean): void {
    if (this.online === online) return;
    this.online = online;
    this.cancelRetry?.();
    this.cancelRetry = null;
    if (!online) return;
    // A tab closed meanwhile may have left words behind.
    if (this.wasOnline) this.loaded = this.loaded.then(() => this.load());
    this.wasOnline = true;
    void this.pump();
  }

  /** Lets go of what has its entry in the view. Says nothing: the caller shows the change together with the entry. */
  forgetUpTo(head: number, epoch: number): void {
    if (epoch !== this.epoch) this.beginAnew(epoch);
    this.head = head;
    const rest = this.items.filter((item) => item.seq === null || item.seq > head);
    if (rest.length < this.items.length) this.items = rest;
  }

  /** Stops sending; what is kept stays kept. */
  stop(): void {
    this.stopped = true;
    this.cancelRetry?.();
  }

  /** Stops and forgets everything, also on the device. */
  async erase(error: WireError): Promise<void> {
    this.stop();
    this.items = [];
    for (const settle of this.waiters.values()) settle({ ok: false, error });
    this.waiters.clear();
    await Promise.allSettled(this.saving.values());
    await this.options.store.erase(this.options.scope).catch(() => undefined);
  }

  /** A backup was restored, perhaps without what was acknowledged and not seen yet: that is sent again, under its id. */
  private beginAnew(epoch: number): void {
    [this.epoch, this.lastSeq] = [epoch, 0];
    for (const item of this.items.filter(({ status }) => status === 'sent')) {
      this.save(item);
      this.items = this.items.map((other) =>
        other === item ? { ...item, status: 'waiting', seq: null } : other,
      );
    }
  }

  private newItem<N extends AppendIntent>(intent: N, words: object, after: number): PendingItem {
    const { scope, timers } = this.options;
    const said = {
      ...scope,
      clientId: uuidV7(timers.now()),
      intent,
      words,
      createdAt: timers.now(),
      after,
      refused: null,
    };
    // TypeScript cannot follow that intent and words belong together; the signature of `add` sees to it.
    return { ...said, status: 'waiting', seq: null, attempted: false } as PendingItem;
  }

  private begin(item: PendingItem): Sending {
    const done = new Promise<SendResult>((resolve) => this.waiters.set(item.clientId, resolve));
    this.save(item);
    this.options.onChange();
    void this.pump();
    return { clientId: item.clientId, done };
  }

  /** What was said before a reload comes before what is said now, so nothing is sent until it is read. */
  private async load(): Promise<void> {
    this.letGo.clear();
    await Promise.all(this.saving.values());
    const stored = await this.options.store.load(this.options.scope).catch(() => []);
    const isNews = ({ clientId }: OutboxItem): boolean =>
      this.find(clientId) === undefined && !this.letGo.has(clientId);
    const found = stored.filter(isNews);
    if (this.stopped || found.length === 0) return;
    this.items = [...found.map(restored), ...this.items];
    this.options.onChange();
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      await this.loaded;
      const { locks, scope } = this.options;
      while (this.maySend()) {
        await locks.run(`roundtable-outbox-${scope.person}-${scope.room}`, () => this.sendNext());
      }
    } finally {
      this.pumping = false;
    }
  }

  private maySend(): boolean {
    return this.online && !this.stopped && this.cancelRetry === null && this.next() !== undefined;
  }

  private next(): PendingItem | undefined {
    return this.items.find((item) => item.status === 'waiting');
  }

  private async sendNext(): Promise<void> {
    const item = this.next();
    if (item === undefined || !this.maySend()) return;
    await this.saving.get(item.clientId);
    if (await this.wasSentByAnotherTab(item)) return this.drop(item);
    if (!this.maySend()) return;
    this.replace(item.clientId, { status: 'sending', attempted: true });
    const payload = { v: PROTOCOL_VERSION, room: item.room, clientId: item.clientId, ...item.words };
    const outcome = await outcomeOf(this.options.ask, item.intent, payload as IntentPayload<AppendIntent>);
    if (!this.stopped) this.settle(item, outcome);
  }

  /** Words of this tab are sent in any case, to learn their seq; words found on the device only while they lie there. */
  private async wasSentByAnotherTab(item: PendingItem): Promise<boolean> {
    if (this.waiters.has(item.clientId)) return false;
    const stored = await this.options.store.load(this.options.scope).catch(() => [item]);
    return !stored.some((other) => other.clientId === item.clientId);
  }

  private settle(item: PendingItem, outcome: Outcome): void {
    if (outcome.kind === 'unknown') return this.retry(item, outcome.retryAfterMs);
    this.failures = 0;
    if (outcome.kind === 'held') {
      // The sign-in or the page is at fault, not the words: they wait for a new one.
      this.online = false;
      this.replace(item.clientId, { status: 'waiting' });
      return;
    }
    if (outcome.kind === 'refused') {
      const { error } = outcome;
      this.replace(item.clientId, { status: 'refused', refused: error });
      const refused = this.find(item.clientId);
      if (refused) this.save(refused);
      this.resolve(item, { ok: false, error });
      return;
    }
    const { seq, at } = outcome.ack;
    this.lastSeq = Math.max(this.lastSeq, seq);
    this.unsave(item);
    if (seq <= this.head) this.drop(item);
    else this.replace(item.clientId, { status: 'sent', seq });
    this.resolve(item, { ok: true, seq, at });
  }

  private retry(item: PendingItem, atLeastMs: number): void {
    const { reconnectMinMs, reconnectMaxMs } = TIMINGS;
    const delay = atLeastMs + backoffMs(this.failures, this.options.timers, reconnectMinMs, reconnectMaxMs);
    this.failures += 1;
    this.replace(item.clientId, { status: 'waiting' });
    // Without a line the next one starts the sending again.
    if (!this.online) return;
    this.cancelRetry = this.options.timers.after(delay, () => {
      this.cancelRetry = null;
      void this.pump();
    });
  }

  private resolve(item: PendingItem, result: SendResult): void {
    this.waiters.get(item.clientId)?.(result);
    this.waiters.delete(item.clientId);
  }

  private find(clientId: string): PendingItem | undefined {
    return this.items.find((item) => item.clientId === clientId);
  }

  private replace(
    clientId: string,
    change: Partial<Pick<PendingItem, 'status' | 'seq' | 'refused' | 'attempted'>>,
  ): void {
    this.items = this.items.map((item) => (item.clientId === clientId ? { ...item, ...change } : item));
    this.options.onChange();
  }

  private drop(item: PendingItem): void {
    this.items = this.items.filter((other) => other.clientId !== item.clientId);
    this.options.onChange();
  }

  /** A device that cannot store (private window, no space left) still sends. Writes of one item keep their order. */
  private save(item: PendingItem): void {
    const { status: _status, seq: _seq, attempted: _attempted, ...kept } = item;
    this.write(item, () => this.options.store.put(kept as OutboxItem));
  }

  private unsave(item: PendingItem): void {
    this.letGo.add(item.clientId);
    this.write(item, () => this.options.store.delete(item));
  }

  private write(item: PendingItem, write: () => Promise<void>): void {
    const before = this.saving.get(item.clientId) ?? Promise.resolve();
    const written = before.then(write).catch(() => undefined);
    this.saving.set(item.clientId, written);
    void written.then(() => {
      if (this.saving.get(item.clientId) === written) this.saving.delete(item.clientId);
    });
  }
}
