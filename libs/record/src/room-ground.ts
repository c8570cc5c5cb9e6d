import type { Membership } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import type { LogHead } from './log-head.js';

/** A room where another node wrote a moment ago is likely to have moved on there. */
const ALONE_FOR_MS = 1_000;

/** What a transaction found under the room's lock, as it left it behind. */
export interface Found {
  /** Where the record ended before it. */
  before: Pick<LogHead, 'head'>;
  /** Where it ends now. */
  log: LogHead;
  openItem: string | null;
  /** By login id. */
  memberships: ReadonlyMap<string, Membership>;
}

/**
 * What is known of a room since the last commit that was made here. It is as good as it was then: whoever builds on it
 * demands, when it is written, that all of it is still so.
 */
export class RoomGround {
  private readonly memberships = new Map<string, Membership>();
  private sharedAt = -Infinity;
  private known: Omit<Found, 'before' | 'memberships'> | null = null;

  /** Null where nothing is known. */
  get end(): { log: LogHead; openItem: string | null } | null {
    return this.known;
  }

  /** Takes in what a commit found. `now` in ms since 1970. */
  learn({ before, log, openItem, memberships }: Found, now: number): void {
    if (this.known && this.known.log.head !== before.head) this.sharedAt = now;
    this.known = { log, openItem };
    for (const [loginId, membership] of memberships) this.memberships.set(loginId, membership);
  }

  /** Forgets where the record ends. Who else writes in the room is still known. */
  doubt(): void {
    this.known = null;
  }

  isShared(now: number): boolean {
    return now - this.sharedAt < ALONE_FOR_MS;
  }

  /** What each of them is, by login id; null where one is not known. */
  membershipsOf(callers: readonly Member[]): Map<string, Membership> | null {
    const found = new Map<string, Membership>();
    for (const { principal } of callers) {
      const membership = this.memberships.get(principal.loginId);
      if (!membership) return null;
      found.set(principal.loginId, membership);
    }
    return found;
  }
}
