import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import { ActQueue, type WaitingAct } from './act-queue.js';
import type { Appended, AppendCommand } from './append-command.js';
import { AppendTransaction, type GroupOutcome } from './append-transaction.js';
import { isRepeatedClientId, mayPass } from './database-failure.js';
import { hashIntent } from './intent-hash.js';
import { OneTripAppend } from './one-trip-append.js';
import { RecordDelivery } from './record-delivery.js';
import { RecordUnavailable } from './record.errors.js';
import { appendFailures, noteCommit } from './record.metrics.js';
import { RoomLanes } from './room-lane.js';

/**
 * Commits the acts on a room one group after another: whoever arrives while a commit is under way shares the next one.
 * One group in flight for each room and no timer, so that light load waits for nothing and heavy load shares the lock,
 * the statements and the flush. The next group commits while the last one is delivered.
 */
@Injectable()
export class GroupCommit {
  /** By room. */
  private readonly queues = new Map<string, ActQueue>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lanes: RoomLanes,
    private readonly transaction: AppendTransaction,
    private readonly oneTrip: OneTripAppend,
    private readonly delivery: RecordDelivery,
  ) {}

  /** Settles after the commit of the act, or with its own refusal. */
  append(command: AppendCommand): Promise<Appended> {
    const { room } = command;
    return new Promise((resolve, reject) => {
      const intentHash = command.clientId === null ? null : hashIntent(command.intent, command.payload);
      const queue = this.queues.get(room) ?? new ActQueue();
      this.queues.set(room, queue);
      queue.add({ command, intentHash, arrivedAt: performance.now(), resolve, reject });
      this.awaitTurn(room, queue);
    });
  }

  /** One turn of the lane waits for those who are in the queue, however many come. */
  private awaitTurn(room: string, queue: ActQueue): void {
    if (queue.isEmpty || queue.hasTurn) return;
    queue.hasTurn = true;
    void this.lanes.run(room, () => this.commitNext(room, queue));
  }

  /** Never rejects. */
  private async commitNext(room: string, queue: ActQueue): Promise<void> {
    const group = queue.takeGroup();
    queue.hasTurn = false;
    this.awaitTurn(room, queue);
    await this.commit(room, group).catch((error: unknown) => this.recover(room, group, error));
    if (queue.isEmpty && this.queues.get(room) === queue) this.queues.delete(room);
  }

  private async commit(room: string, acts: readonly WaitingAct[]): Promise<void> {
    const begunAt = performance.now();
    const outcome = await this.write(room, acts);
    noteCommit(acts, begunAt);
    this.settle(acts, outcome);
    const changesRights = acts.some(({ command }) => command.changesRights === true);
    const { epoch, entries } = outcome;
    if (entries.length > 0) this.delivery.deliverSoon({ room, epoch, entries }, { changesRights });
  }

  /** What only people write leaves everything else in the room as it was, so the next commit may build on it. */
  private async write(room: string, acts: readonly WaitingAct[]): Promise<GroupOutcome> {
    try {
      const outcome =
        (await this.oneTrip.commit(room, acts)) ??
        (await this.unitOfWork.inTransactionOfItsOwn((tx) => this.transaction.run(tx, room, acts)));
      if (acts.every(({ command }) => command.shared)) this.oneTrip.learn(room, outcome.found);
      else this.oneTrip.doubt(room);
      return outcome;
    } catch (error) {
      this.oneTrip.doubt(room);
      throw error;
    }
  }

  private settle(acts: readonly WaitingAct[], { results }: GroupOutcome): void {
    acts.forEach((act, index) => {
      const result = results[index];
      if (result?.answer) act.resolve(result.answer);
      else act.reject(result?.refusal);
    });
  }

  /** A group fails as a whole where the database does; where one act's own fault may have done it, each tries alone. */
  private async recover(room: string, group: readonly WaitingAct[], error: unknown): Promise<void> {
    const [only] = group;
    appendFailures.inc({ reason: mayPass(error) ? 'unavailable' : 'refused' });
    if (mayPass(error)) for (const act of group) act.reject(new RecordUnavailable(error));
    else if (only && group.length === 1) await this.recoverOne(room, only, error);
    else for (const act of group) await this.commitAlone(room, act);
  }

  private commitAlone(room: string, act: WaitingAct): Promise<void> {
    return this.commit(room, [act]).catch((error: unknown) => this.recover(room, [act], error));
  }

  /** What another node committed under the same client id a moment before is found when it is looked for again. */
  private async recoverOne(room: string, act: WaitingAct, error: unknown): Promise<void> {
    if (!isRepeatedClientId(error)) return act.reject(error);
    await this.commit(room, [act]).catch((again: unknown) =>
      act.reject(mayPass(again) ? new RecordUnavailable(again) : again),
    );
  }
}
