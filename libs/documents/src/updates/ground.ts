import { TIMINGS, type Membership } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';

/** So long something known a moment ago is good enough to be asked for again in one question, instead of anew. */
const KNOWN_FOR_MS = TIMINGS.revocationSweepMs;

/** Who was found, under the document's lock, to have the right to write a proposal as it stood. */
export class Ground {
  private readonly writers = new Map<string, { membership: Membership; foundAt: number }>();

  /** `stamp` is the proposal's. */
  constructor(readonly stamp: string) {}

  allow({ principal }: Member, membership: Membership, now: number): void {
    this.writers.set(principal.loginId, { membership, foundAt: now });
  }

  forget({ principal }: Member): void {
    this.writers.delete(principal.loginId);
  }

  /** What each of them is, by login id; null where one is not known to be a writer. */
  membershipsOf(callers: readonly Member[], now: number): Map<string, Membership> | null {
    const memberships = new Map<string, Membership>();
    for (const { principal, membership } of callers) {
      const known = this.writers.get(principal.loginId);
      const isSame = known?.membership.participantId === membership.participantId;
      if (!known || !isSame || now - known.foundAt > KNOWN_FOR_MS) return null;
      memberships.set(principal.loginId, known.membership);
    }
    return memberships;
  }
}
