import { Injectable } from '@nestjs/common';
import type { Membership } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, MembershipReader } from '@roundtable/platform';
import type { DocumentKey } from '../document-key.js';
import { DocumentsRepository } from '../documents.repository.js';
import { DraftedProposals } from '../drafted-proposals.js';
import { Spoiled, type HeldDocument } from './held-document.js';
import { HeldDocuments } from './held-documents.js';
import { UpdateGroup } from './update-group.js';
import type { UpdatesOutcome, WaitingUpdate } from './waiting-update.js';

/** A document whose words came from another node a moment ago is likely to have moved on there. */
const ALONE_FOR_MS = 1_000;

/** A group that was decided on in memory. */
export interface DecidedGroup {
  head: number;
  stamp: string;
  memberships: Map<string, Membership>;
  group: UpdateGroup;
}

/**
 * Commits a group with one statement, where everything it hangs on was read a moment ago: it is decided on what is known, and
 * the statement that writes demands, under the locks, that all of it is still so. Where it is not, Postgres commits nothing,
 * and the group goes the usual way.
 */
@Injectable()
export class OneTripTransaction {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DocumentsRepository,
    private readonly documents: HeldDocuments,
    private readonly proposals: DraftedProposals,
    private readonly memberships: MembershipReader,
    private readonly clock: Clock,
  ) {}

  /** Null where the group must go the usual way. The document in memory is ahead of the disk otherwise. */
  decide(key: DocumentKey, acts: readonly WaitingUpdate[]): DecidedGroup | null {
    const document = this.documents.inMemory(key);
    const now = this.clock.now().getTime();
    if (!document?.ground || now - document.sharedAt < ALONE_FOR_MS || !this.memberships.demandSame)
      return null;
    const { head, ground } = document;
    const callers = acts.map(({ caller }) => caller);
    const memberships = ground.membershipsOf(callers, now);
    if (!memberships) return null;
    const group = this.take(key, document, acts);
    return group && { head, stamp: ground.stamp, memberships, group };
  }

  /** Commits what was decided. Fails, with whatever error, where what it hangs on is no longer so. */
  async send(key: DocumentKey, { head, stamp, memberships, group }: DecidedGroup): Promise<UpdatesOutcome> {
    const { room, proposal } = key;
    const demands = [
      this.proposals.demandSame(room, proposal, stamp),
      ...[this.memberships.demandSame?.(memberships, room)].filter((demand) => demand !== undefined),
    ];
    const statement = this.repository.appendAfter(key, { head, updates: group.accepted, demands });
    await this.unitOfWork.inOneStatement(statement);
    return group.outcome();
  }

  private take(key: DocumentKey, document: HeldDocument, acts: readonly WaitingUpdate[]): UpdateGroup | null {
    const group = new UpdateGroup(document.head);
    for (const act of acts) {
      try {
        group.note({ answer: group.findRepeated(act, null) ?? group.accept(document, act) });
      } catch (error) {
        if (error instanceof Spoiled) {
          this.documents.drop(key);
          return null;
        }
        group.note({ refusal: error });
      }
    }
    // Who is refused is refused by what the disk says.
    if (group.accepted.length === 0) return null;
    document.head = group.head;
    return group;
  }
}
