import { PROTOCOL_VERSION, LIMITS, type DocumentUpdates, type WireError } from '@roundtable/contracts';
import { Awareness } from 'y-protocols/awareness';
import { applyUpdate, Doc, encodeStateVector } from 'yjs';
import { mayBeRetried } from '../outcome.js';
import { NoAnswerError } from '../transport.js';
import { fromBase64, toBase64 } from './base64.js';
import { isOfChange, tooLarge } from './change-refusal.js';
import { accessIn } from './document-access.js';
import type { DocumentGround, DocumentSession } from './document-session.js';
import { DocumentLine } from './document-line.js';
import { OwnPlace } from './own-place.js';
import { Retries } from './retries.js';
import { SendingPace } from './sending-pace.js';
import { forgetPeople, takePeople } from './shared-presence.js';
import { UnsavedChanges } from './unsaved-changes.js';

/** Origin of what did not come from this page's own hands. */
const FROM_ELSEWHERE = Symbol('from elsewhere');

/**
 * One document on one page: takes in what others write, sends what is written here, one change at a time, and goes on
 * without a line. What was not acknowledged is sent again under the same clientId.
 */
export class LiveDocument implements DocumentSession {
  readonly doc = new Doc();
  readonly awareness = new Awareness(this.doc);
  state: DocumentSession['state'] = 'connecting';
  refusal: WireError | null = null;
  isSpoiled = false;

  private readonly changes: UnsavedChanges;
  private readonly line = new DocumentLine();
  private readonly pace: SendingPace;
  private readonly retries: Retries;
  private readonly place: OwnPlace;
  private readonly listeners = new Set<() => void>();
  private readonly endings: (() => void)[];
  private readonly restored: Promise<void>;
  private opening = false;
  private openAgain = false;
  /** True while changes are followed over the present line. */
  private followed = false;
  private sending = false;
  /** What the right to write hung on when the document was last opened; empty while the room is not up to date. */
  private accessSeen = '';

  constructor(
    private readonly ground: DocumentGround,
    private readonly proposal: string,
  ) {
    const { room, self, timers, store, connection } = ground;
    const scope = { person: self, room, proposal };
    this.changes = new UnsavedChanges(store, scope, () => timers.now(), LIMITS.documentUpdateLength);
    this.pace = new SendingPace(() => timers.now());
    this.retries = new Retries(timers);
    this.awareness.setLocalState({ user: { participant: self } });
    this.place = new OwnPlace(this.awareness, timers, (state) => this.tellPlace(state));
    this.doc.on('update', this.noteUpdate);
    this.endings = [
      ground.subscribe(() => this.roomChanged()),
      connection.on('documents.updated', (news) => this.isOurs(news) && this.takeNews(news)),
      connection.on(
        'documents.pointed',
        (news) => this.isOurs(news) && takePeople(this.awareness, news.people, timers.now()),
      ),
    ];
    this.restored = this.restore();
    this.roomChanged();
  }

  get unsaved(): number {
    return this.changes.count;
  }

  get refusedWords(): string {
    return this.changes.refusedWords;
  }

  forgetRefusedWords(): void {
    this.changes.forgetRefused();
    this.notify();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    if (this.state === 'closed') return;
    const { connection, room } = this.ground;
    this.place.stop();
    const left = { v: PROTOCOL_VERSION, room, proposal: this.proposal };
    if (this.followed) connection.request('documents.leave', left).catch(() => undefined);
    this.end(null);
  }

  private readonly noteUpdate = (update: Uint8Array, origin: unknown): void => {
    // Yjs tidies marks up by itself when it takes others' words in: from a reader that is no change.
    if (origin === FROM_ELSEWHERE || this.state === 'read-only') return;
    this.changes.add(update);
    this.notify();
    void this.send();
  };

  /** What was written before a reload is in the text again at once. */
  private async restore(): Promise<void> {
    for (const update of await this.changes.restore()) this.take(update);
    this.notify();
  }

  private roomChanged(): void {
    if (this.state === 'closed') return;
    const { status, refusal, erased, connection } = this.ground.getView();
    if (erased) void this.changes.erase();
    if (status === 'refused') return this.end(refusal);
    if (connection.name === 'ended') return this.end(null);
    if (connection.name !== 'online') return this.lineLost();
    const access = status === 'live' ? accessIn(this.ground.getView(), this.proposal) : '';
    if (access === this.accessSeen) return;
    this.accessSeen = access;
    if (status === 'live') this.open();
  }

  private lineLost(): void {
    this.followed = false;
    this.accessSeen = '';
    this.line.lose();
    this.retries.stop();
    forgetPeople(this.awareness);
    this.enter('offline', null);
  }

  /** Asks for what is missing. Asked again meanwhile, it asks once more when the answer is there. */
  private open(): void {
    if (this.opening) {
      this.openAgain = true;
      return;
    }
    this.opening = true;
    void this.askForAll().finally(() => {
      this.opening = false;
      if (!this.openAgain || this.state === 'closed') return;
      this.openAgain = false;
      this.open();
    });
  }

  private async askForAll(): Promise<void> {
    const { connection, room } = this.ground;
    await this.restored;
    this.line.await();
    const known = toBase64(encodeStateVector(this.doc));
    try {
      const payload = { v: PROTOCOL_VERSION, room, proposal: this.proposal, known };
      const answer = await connection.request('documents.open', payload);
      if (this.isClosed()) return;
      if (!answer.ok) return this.openRefused(answer.error);
      this.changes.taken = fromBase64(answer.state);
      this.take(fromBase64(answer.update));
      for (const news of this.line.start(answer.head)) this.take(fromBase64(news.update));
      takePeople(this.awareness, answer.people, this.ground.timers.now());
      this.retries.succeeded();
      this.followed = true;
      this.enter(answer.writeRefusal ? 'read-only' : 'live', answer.writeRefusal);
      this.place.tellAgain();
      if (this.line.hasGap) this.openAgain = true;
      void this.send();
    } catch (error) {
      this.answerMissing(error, () => this.open());
    }
  }

  private openRefused(error: WireError): void {
    if (mayBeRetried(error)) this.retry(error, () => this.open());
    else this.enter('read-only', error);
  }

  private takeNews(news: DocumentUpdates): void {
    const ready = this.line.take(news);
    for (const { update } of ready) this.take(fromBase64(update));
    if (this.line.hasGap) this.open();
  }

  private take(update: Uint8Array): void {
    applyUpdate(this.doc, update, FROM_ELSEWHERE);
  }

  /** One change at a time: what is written while one is on its way goes with the next. */
  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    try {
      await this.restored;
      while (this.maySend()) if (!(await this.sendNext())) break;
    } finally {
      this.sending = false;
    }
  }

  private maySend(): boolean {
    return this.state === 'live' && !this.retries.isWaiting && this.changes.count > 0;
  }

  /** Answers whether to go on. */
  private async sendNext(): Promise<boolean> {
    const { connection, room, timers } = this.ground;
    const change = this.changes.next();
    if (!change) return false;
    const { clientId, update } = change;
    if (update.length > LIMITS.documentUpdateLength) return this.setAside(tooLarge());
    const pause = this.pace.spend();
    const sentAt = timers.now();
    try {
      const payload = { v: PROTOCOL_VERSION, room, clientId, proposal: this.proposal, update };
      const answer = await connection.request('documents.update', payload);
      // What is on the disk is not kept on the device, also when nobody looks any more.
      if (answer.ok) this.changes.acknowledge();
      if (this.isClosed()) return false;
      if (!answer.ok) return this.updateRefused(answer.error);
      this.retries.succeeded();
      this.notify();
    } catch (error) {
      this.answerMissing(error, () => void this.send());
      return false;
    }
    const rest = pause - (timers.now() - sentAt);
    if (rest > 0) await new Promise<void>((resume) => timers.after(rest, resume));
    return true;
  }

  private updateRefused(error: WireError): boolean {
    if (error.code === 'client_id_reused') {
      this.changes.rename();
      return true;
    }
    if (mayBeRetried(error)) this.retry(error, () => void this.send());
    else if (error.code === 'not_found') this.open();
    else if (isOfChange(error)) return this.setAside(error);
    else this.enter('read-only', error);
    return false;
  }

  /** What waits may build on it, and is sent when the document is opened without it. */
  private setAside(error: WireError): false {
    this.changes.setAside(error.code);
    this.isSpoiled = true;
    this.enter('read-only', error);
    return false;
  }

  private answerMissing(error: unknown, again: () => void): void {
    if (!(error instanceof NoAnswerError)) throw error;
    if (error.why === 'timeout') this.ground.connection.renew();
    if (this.ground.connection.getState().name === 'online') this.retry(null, again);
  }

  private retry(error: WireError | null, again: () => void): void {
    this.retries.later(error, () => void (this.isClosed() || again()));
  }

  private tellPlace(state: Record<string, unknown> | null): void {
    if (!this.followed) return;
    const { connection, room } = this.ground;
    // Who only reads is nobody of whom the writers need to know.
    const shown = this.state === 'read-only' ? null : state;
    const place = { proposal: this.proposal, client: this.doc.clientID, state: shown };
    connection.request('documents.point', { v: PROTOCOL_VERSION, room, ...place }).catch(() => undefined);
  }

  private isOurs({ room, proposal }: { room: string; proposal: string }): boolean {
    return room === this.ground.room && proposal === this.proposal;
  }

  private isClosed(): boolean {
    return this.state === 'closed';
  }

  private end(refusal: WireError | null): void {
    this.retries.stop();
    for (const ending of this.endings) ending();
    this.followed = false;
    this.doc.off('update', this.noteUpdate);
    this.place.stop();
    this.awareness.destroy();
    this.enter('closed', refusal);
  }

  private enter(state: DocumentSession['state'], refusal: WireError | null): void {
    // A spoiled text never becomes one to be written in again.
    const isOver = this.isSpoiled && this.state === 'read-only';
    if (!isOver || state === 'closed') [this.state, this.refusal] = [state, refusal];
    this.changes.isShut = this.state === 'read-only' && !this.isSpoiled;
    this.notify();
  }

  private notify(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
