import { Injectable } from '@nestjs/common';
import type { Membership } from '@roundtable/contracts';
import { allOrFirst, type Sent } from '@roundtable/persistence';
import { DomainError, MembershipReader, Policies } from '@roundtable/platform';
import { mayPass } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import type { DocumentKey } from '../document-key.js';
import { DocumentNotFound, UpdateIdReused } from '../documents.errors.js';
import { DocumentsRepository, type NewUpdate, type OriginalUpdate } from '../documents.repository.js';
import { DraftedProposals, type HeldProposal } from '../drafted-proposals.js';
import { Spoiled } from './held-document.js';
import { HeldDocuments } from './held-documents.js';
import type { Updated, WaitingUpdate } from './waiting-update.js';

export type UpdateResult = { answer: Updated; refusal?: never } | { answer?: never; refusal: unknown };

/** What a transaction did: a result for each act, and what is to be delivered after the commit. */
export interface UpdatesOutcome {
  after: number;
  head: number;
  updates: Uint8Array[];
  results: UpdateResult[];
}

/** What is known of the group before anybody decides. */
interface Group {
  tx: EntityManager;
  key: DocumentKey;
  head: number;
  proposal: HeldProposal;
  memberships: Map<string, Membership>;
  /** By participant: why they may not write the proposal as it stands, null where they may. Asked once for a group. */
  refusals: Map<string, DomainError | null>;
  originals: (OriginalUpdate | null)[];
  accepted: NewUpdate[];
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
    const group = await this.begin(tx, key, acts);
    const results: UpdateResult[] = [];
    for (const [index, act] of acts.entries()) results.push(await this.consider(group, act, index));
    const { head, accepted } = group;
    const outcome: UpdatesOutcome = {
      after: head,
      head: head + accepted.length,
      updates: accepted.map(({ update }) => update),
      results,
    };
    if (accepted.length > 0) (await this.documents.at(tx, key, head)).head = outcome.head;
    return { result: outcome, answered: this.repository.append(tx, key, accepted) };
  }

  /** Everything is asked at once and answered in this order: nothing is read before the document is locked. */
  private async begin(tx: EntityManager, key: DocumentKey, acts: readonly WaitingUpdate[]): Promise<Group> {
    const ids = acts.map(({ caller, clientId }) => ({ actor: caller.membership.participantId, clientId }));
    const [locked, proposal, originals, memberships] = await allOrFirst(
      this.repository.begin(tx, key),
      this.proposals.hold(tx, key.room, key.proposal),
      this.repository.findOriginals(tx, key, ids),
      this.readMemberships(tx, key.room, acts),
    );
    if (!locked || !proposal) throw new DocumentNotFound(key.proposal);
    const { head } = locked;
    await this.documents.at(tx, key, head);
    return { tx, key, head, proposal, memberships, refusals: new Map(), originals, accepted: [] };
  }

  private async consider(group: Group, act: WaitingUpdate, index: number): Promise<UpdateResult> {
    try {
      const repeated = this.findRepeated(group, act, index);
      return { answer: repeated ?? (await this.accept(group, act)) };
    } catch (error) {
      if (error instanceof Spoiled) {
        await this.restore(group);
        return { refusal: error.refusal };
      }
      if (mayPass(error)) throw error;
      return { refusal: error };
    }
  }

  /** @throws UpdateIdReused where the client id was used for other words. */
  private findRepeated({ accepted, originals }: Group, act: WaitingUpdate, index: number): Updated | null {
    const { clientId, caller } = act;
    const actor = caller.membership.participantId;
    const justNow = accepted.find((other) => other.clientId === clientId && other.actor === actor);
    const original = originals[index] ?? justNow;
    if (!original) return null;
    if (Buffer.compare(original.update, act.update) !== 0) throw new UpdateIdReused();
    return { seq: original.seq, duplicate: true };
  }

  private async accept(group: Group, { caller, clientId, update }: WaitingUpdate): Promise<Updated> {
    const { tx, key, head, accepted } = group;
    const membership = group.memberships.get(caller.principal.loginId);
    if (membership?.participantId !== caller.membership.participantId)
      throw new DocumentNotFound(key.proposal);
    this.policies.demand('documents.write', { principal: caller.principal, membership });
    const refusal = await this.refusalFor(group, membership);
    if (refusal) throw refusal;
    const actor = membership.participantId;
    const document = await this.documents.at(tx, key, head);
    const claimed = document.attempt({ update, actor });
    const seq = head + accepted.length + 1;
    accepted.push({ seq, update, actor, clientId, claimed });
    return { seq, duplicate: false };
  }

  private async refusalFor(
    { proposal, refusals }: Group,
    membership: Membership,
  ): Promise<DomainError | null> {
    const { participantId } = membership;
    const known = refusals.get(participantId);
    if (known !== undefined) return known;
    const refusal = await proposal.refusalFor(membership);
    refusals.set(participantId, refusal);
    return refusal;
  }

  /** Reads the document anew and takes in what was accepted before the update that spoiled it. */
  private async restore({ tx, key, head, accepted }: Group): Promise<void> {
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
