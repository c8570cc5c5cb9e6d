import type { FloorKind, FloorRequestView } from '@roundtable/contracts';
import type { EntryList } from './entry-list.js';

interface Act {
  at: string;
  /** Who typed the command. */
  actor: string | null;
  /** Whom it is about. */
  who: string;
}

/** Follows the list of speakers of a log. Commands that change nothing are left to the caller. */
export class W3cFloor {
  private waiting: FloorRequestView[] = [];
  private speaking: FloorRequestView | null = null;
  private places = 0;

  constructor(
    private readonly list: EntryList,
    private readonly makeId: () => string,
  ) {}

  /** Raises a hand; raised again, the request gets the newer note. A reply goes to the front. */
  request({ at, actor, who }: Act, { note, isReply }: { note: string; isReply: boolean }): void {
    const kind: FloorKind = isReply ? 'reply' : 'statement';
    const raised = this.waiting.find((each) => each.participant === who && each.kind === kind);
    this.places += 1;
    const request: FloorRequestView = raised
      ? { ...raised, note: note || raised.note }
      : {
          ...this.makeRequest(who, kind, at),
          note: note || null,
          order: isReply ? -this.places : this.places,
        };
    this.waiting = [...this.waiting.filter((each) => each !== raised), request];
    this.list.add('floor.requested', { request }, { at, actor });
  }

  /** Lowers a hand. False where none was raised. */
  withdraw({ at, actor, who }: Act): boolean {
    const request = this.waiting.find((each) => each.participant === who);
    if (!request) return false;
    this.waiting = this.waiting.filter((each) => each !== request);
    const endedAt = this.list.timeOf(at);
    this.list.add('floor.withdrawn', { request: { ...request, state: 'withdrawn', endedAt } }, { at, actor });
    return true;
  }

  /** Gives the floor, also to somebody who had not asked in writing; whoever spoke before is done. */
  grant({ at, actor, who }: Act): void {
    this.endSpeech(at, actor);
    const asked = [...this.waiting]
      .sort((a, b) => a.order - b.order)
      .find((each) => each.participant === who);
    this.waiting = this.waiting.filter((each) => each !== asked);
    this.places += 1;
    const request = asked ?? { ...this.makeRequest(who, 'statement', at), order: this.places };
    this.speaking = { ...request, state: 'speaking', grantedAt: this.list.timeOf(at) };
    this.list.add('floor.granted', { request: this.speaking }, { at, actor });
  }

  /** Ends the last speech and clears the list, as the end of a meeting does. */
  close(at: string): void {
    this.endSpeech(at, null);
    for (const request of this.waiting)
      this.list.add(
        'floor.withdrawn',
        { request: { ...request, state: 'removed', endedAt: this.list.timeOf(at) } },
        { at },
      );
    this.waiting = [];
  }

  private endSpeech(at: string, actor: string | null): void {
    if (!this.speaking) return;
    const request: FloorRequestView = { ...this.speaking, state: 'done', endedAt: this.list.timeOf(at) };
    this.list.add('floor.ended', { request }, { at, actor });
    this.speaking = null;
  }

  private makeRequest(participant: string, kind: FloorKind, at: string): FloorRequestView {
    return {
      id: this.makeId(),
      participant,
      kind,
      note: null,
      state: 'waiting',
      order: 0,
      requestedAt: this.list.timeOf(at),
      grantedAt: null,
      endedAt: null,
    };
  }
}
