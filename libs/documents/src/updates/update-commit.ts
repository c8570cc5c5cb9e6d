import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import type { Member } from '@roundtable/platform';
import { mayPass, RoomLanes } from '@roundtable/record';
import { keyOf, type DocumentKey } from '../document-key.js';
import { DocumentUnavailable } from '../documents.errors.js';
import { DocumentDelivery } from '../following/document-delivery.js';
import { Folding } from './folding.js';
import { HeldDocuments } from './held-documents.js';
import { OneTripTransaction } from './one-trip-transaction.js';
import { UpdateTransaction } from './update-transaction.js';
import type { Updated, UpdatesOutcome, WaitingUpdate } from './waiting-update.js';

/** Most updates of one commit. */
const LARGEST_GROUP = 256;

interface Queue {
  waiting: WaitingUpdate[];
  /** True while a turn of the document's lane waits for what is in here. */
  hasTurn: boolean;
}

/**
 * Commits updates of a document one group after another, as the record does with entries: whoever arrives while a commit is
 * under way shares the next. An update is answered when it is on the disk, and delivered after that.
 */
@Injectable()
export class UpdateCommit {
  private readonly queues = new Map<string, Queue>();
  private readonly lanes = new RoomLanes();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transaction: UpdateTransaction,
    private readonly oneTrip: OneTripTransaction,
    private readonly documents: HeldDocuments,
    private readonly folding: Folding,
    private readonly delivery: DocumentDelivery,
  ) {}

  /**
   * Settles after the commit, or with the update's own refusal.
   * @throws DocumentUnavailable where the outcome is unknown: trying again with the same client id is safe
   */
  update(
    key: DocumentKey,
    caller: Member,
    act: Pick<WaitingUpdate, 'clientId' | 'update'>,
  ): Promise<Updated> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(keyOf(key)) ?? { waiting: [], hasTurn: false };
      this.queues.set(keyOf(key), queue);
      queue.waiting.push({ ...act, caller, resolve, reject });
      this.awaitTurn(key, queue);
    });
  }

  /** Runs `read` when no commit of the document is under way, so that what it sees is on the disk. */
  between<T>(key: DocumentKey, read: () => Promise<T>): Promise<T> {
    return this.lanes.run(keyOf(key), read);
  }

  private awaitTurn(key: DocumentKey, queue: Queue): void {
    if (queue.waiting.length === 0 || queue.hasTurn) return;
    queue.hasTurn = true;
    void this.lanes.run(keyOf(key), () => this.commitNext(key, queue));
  }

  /** Never rejects. */
  private async commitNext(key: DocumentKey, queue: Queue): Promise<void> {
    const group = queue.waiting.splice(0, LARGEST_GROUP);
    queue.hasTurn = false;
    this.awaitTurn(key, queue);
    await this.commit(key, group).catch((error: unknown) => this.recover(key, group, error));
    if (queue.waiting.length === 0 && !queue.hasTurn) this.queues.delete(keyOf(key));
  }

  private async commit(key: DocumentKey, acts: readonly WaitingUpdate[]): Promise<void> {
    try {
      const outcome = (await this.tryInOneTrip(key, acts)) ?? (await this.commitInTwo(key, acts));
      acts.forEach((act, index) => {
        const result = outcome.results[index];
        if (result?.answer) act.resolve(result.answer);
        else act.reject(result?.refusal);
      });
      if (outcome.updates.length === 0) return;
      this.delivery.deliver(key, outcome);
      await this.folding.foldIfDue(key, outcome);
    } catch (error) {
      // It may hold what never reached the disk.
      this.documents.drop(key);
      throw error;
    }
  }

  private commitInTwo(key: DocumentKey, acts: readonly WaitingUpdate[]): Promise<UpdatesOutcome> {
    return this.unitOfWork.inTransactionOfItsOwn((tx) => this.transaction.run(tx, key, acts));
  }

  /** Null where what was known is so no longer: nothing was committed then. */
  private async tryInOneTrip(
    key: DocumentKey,
    acts: readonly WaitingUpdate[],
  ): Promise<UpdatesOutcome | null> {
    const decided = this.oneTrip.decide(key, acts);
    if (!decided) return null;
    try {
      return await this.oneTrip.send(key, decided);
    } catch (error) {
      if (mayPass(error)) throw error;
      this.documents.drop(key);
      return null;
    }
  }

  /** A group fails as a whole where the database does; where one update's own fault may have done it, each tries alone. */
  private async recover(key: DocumentKey, group: readonly WaitingUpdate[], error: unknown): Promise<void> {
    const [only] = group;
    if (mayPass(error)) for (const act of group) act.reject(new DocumentUnavailable(error));
    else if (only && group.length === 1) only.reject(error);
    else
      for (const act of group)
        await this.commit(key, [act]).catch((own: unknown) => this.recover(key, [act], own));
  }
}
