import { Injectable } from '@nestjs/common';
import type { Membership } from '@roundtable/contracts';
import { allOrFirst, type Sent } from '@roundtable/persistence';
import { Clock, MembershipReader, Policies } from '@roundtable/platform';
import { mayPass } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import type { DocumentKey } from '../document-key.js';
import { DocumentNotFound } from '../documents.errors.js';
import { DocumentsRepository, type OriginalUpdate } from '../documents.repository.js';
import { DraftedProposals, type HeldProposal } from '../drafted-proposals.js';
import { Ground } from './ground.js';
import { Spoiled, type HeldDocument } from './held-document.js';
import { HeldDocuments } from './held-documents.js';
import { UpdateGroup } from './update-group.js';
import type { Updated, UpdateResult, UpdatesOutcome, WaitingUpdate } from './waiting-update.js';

/** What is known before anybody decides. */
interface Known {
  tx: EntityManager;
  key: DocumentKey;
  head: number;
  proposal: HeldProposal;
  memberships: Map<string, Membership>;
  originals: (OriginalUpdate | null)[];
}

/**
 * Writes a group of updates inside a transaction that holds the document's lock and keeps its proposal still: find
 * repetitions, re-check rights and state, try each on the document in memory, and insert what is left all at once.
 */
@Injectable()
export class UpdateTransaction {
  constructor(
    private readonly repository: DocumentsRepository,
    private readonly documents: HeldDocuments,
    private readonly proposals: DraftedProposals,
    private readonly memberships: MembershipReader,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins the transaction. The document in memory is ahead of the disk when this returns: whoever calls drops it where the
   * commit fails.
   */
  async run(
    tx: EntityManager,
    key: DocumentKey,
    acts: readonly WaitingUpdate[],
  ): Promise<Sent<UpdatesOutcome>> {
    const known = await this.begin(tx, key, acts);
    const group = new UpdateGroup(known.head);
    for (const [index, act] of acts.entries()) group.note(await this.consider(known, group, act, index));
    if (group.accepted.length > 0) (await this.documents.at(tx, key, known.head)).head = group.head;
    return { result: group.outcome(), answered: this.repository.append(tx, key, group.accepted) };
  }

  /** Everything is asked at once and answered in this order: nothing is read before the document is locked. */
  private async begin(tx: EntityManager, key: DocumentKey, acts: readonly WaitingUpdate[]): Promise<Known> {
    const ids = acts.map(({ caller, clientId }) => ({ actor: caller.membership.participantId, clientId }));
    const [locked, proposal, originals, memberships] = await allOrFirst(
      this.repository.begin(tx, key),
      this.proposals.hold(tx, key.room, key.proposal),
      this.repository.findOriginals(tx, key, ids),
      this.readMemberships(tx, key.room, acts),
    );
    if (!locked || !proposal) throw new DocumentNotFound(key.proposal);
    await this.documents.at(tx, key, locked.head);
    return { tx, key, head: locked.head, proposal, memberships, originals };
  }

  private async consider(
    known: Known,
    group: UpdateGroup,
    act: WaitingUpdate,
    index: number,
  ): Promise<UpdateResult> {
    try {
      const repeated = group.findRepeated(act, known.originals[index] ?? null);
      return { answer: repeated ?? (await this.accept(known, group, act)) };
    } catch (error) {
      if (error instanceof Spoiled) {
        await this.restore(known, group);
        return { refusal: error.refusal };
      }
      if (mayPass(error)) throw error;
      return { refusal: error };
    }
  }

  private async accept(
    { tx, key, head, proposal, memberships }: Known,
    group: UpdateGroup,
    act: WaitingUpdate,
  ): Promise<Updated> {
    const document = await this.documents.at(tx, key, head);
    const ground = groundOf(document, proposal);
    ground.forget(act.caller);
    const membership = await this.demandRight(memberships, proposal, act, key);
    ground.allow(act.caller, membership, this.clock.now().getTime());
    return group.accept(document, act);
  }

  private async demandRight(
    memberships: Map<string, Membership>,
    proposal: HeldProposal,
    { caller }: WaitingUpdate,
    key: DocumentKey,
  ): Promise<Membership> {
    const membership = memberships.get(caller.principal.loginId);
    if (membership?.participantId !== caller.membership.participantId)
      throw new DocumentNotFound(key.proposal);
    this.policies.demand('documents.write', { principal: caller.principal, membership });
    const refusal = await proposal.refusalFor(membership);
    if (refusal) throw refusal;
    return membership;
  }

  /** Reads the document anew and takes in what was accepted before the update that spoiled it. */
  private async restore({ tx, key, head }: Known, { accepted }: UpdateGroup): Promise<void> {
    this.documents.drop(key);
    const document = await this.documents.at(tx, key, head);
    for (const { update, actor } of accepted) document.attempt({ update, actor });
  }

  /** What each caller is and may is read again here: it may have changed while the update waited. */
  private async readMemberships(
    tx: EntityManager,
    room: string,
    acts: readonly WaitingUpdate[],
  ): Promise<Map<string, Membership>> {
    const principals = [
      ...new Map(acts.map(({ caller: { principal } }) => [principal.loginId, principal])).values(),
    ];
    if (this.memberships.ofRoomEach) return this.memberships.ofRoomEach(principals, room, tx);
    const found = new Map<string, Membership>();
    for (const principal of principals) {
      const membership = await this.memberships.ofRoom(principal, room, tx);
      if (membership) found.set(principal.loginId, membership);
    }
    return found;
  }
}

/** What is known of the proposal's writers holds for as long as the proposal is as it was. */
function groundOf(document: HeldDocument, { stamp }: HeldProposal): Ground {
  if (document.ground?.stamp !== stamp) document.ground = new Ground(stamp);
  return document.ground;
}
