import { UpdateIdReused } from '../documents.errors.js';
import type { NewUpdate, OriginalUpdate } from '../documents.repository.js';
import type { HeldDocument } from './held-document.js';
import type { Updated, UpdateResult, UpdatesOutcome, WaitingUpdate } from './waiting-update.js';

/** Updates that are committed together, as far as they were considered: which are accepted, and what each is answered. */
export class UpdateGroup {
  readonly accepted: NewUpdate[] = [];
  private readonly results: UpdateResult[] = [];

  /** `before` is the number of the document's last update. */
  constructor(private readonly before: number) {}

  /** Number of the last that was accepted. */
  get head(): number {
    return this.before + this.accepted.length;
  }

  /** What the act made before, on the disk (`original`) or in this group. @throws UpdateIdReused for other words */
  findRepeated({ clientId, caller, update }: WaitingUpdate, original: OriginalUpdate | null): Updated | null {
    const actor = caller.membership.participantId;
    const justNow = this.accepted.find((other) => other.clientId === clientId && other.actor === actor);
    const found = original ?? justNow;
    if (!found) return null;
    if (Buffer.compare(found.update, update) !== 0) throw new UpdateIdReused();
    return { seq: found.seq, duplicate: true };
  }

  /** Takes the update in, in memory. @throws Spoiled, or what it is refused with */
  accept(document: HeldDocument, { clientId, caller, update }: WaitingUpdate): Updated {
    const actor = caller.membership.participantId;
    const claimed = document.attempt({ update, actor });
    const seq = this.head + 1;
    this.accepted.push({ seq, update, actor, clientId, claimed });
    return { seq, duplicate: false };
  }

  /** Notes what the next act is answered. */
  note(result: UpdateResult): void {
    this.results.push(result);
  }

  outcome(): UpdatesOutcome {
    const updates = this.accepted.map(({ update }) => update);
    return { after: this.before, head: this.head, updates, results: this.results };
  }
}
