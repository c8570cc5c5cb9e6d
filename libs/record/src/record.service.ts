import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@roundtable/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Appended, AppendCommand } from './append-command.js';
import { AppendTransaction } from './append-transaction.js';
import { isRepeatedClientId, mayPass } from './database-failure.js';
import { hashIntent } from './intent-hash.js';
import { RecordDelivery } from './record-delivery.js';
import { RecordImport, type ImportedEntry } from './record-import.js';
import { RecordUnavailable } from './record.errors.js';
import { RoomLanes } from './room-lane.js';

/** The one append path: every lasting act on a room goes through here, whoever acts and over whatever wire. */
@Injectable()
export class RecordService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly lanes: RoomLanes,
    private readonly transaction: AppendTransaction,
    private readonly delivery: RecordDelivery,
    private readonly ready: RecordImport,
  ) {}

  /**
   * Appends what `decide` says, in one transaction with the projections, and answers after the commit. The same
   * client id again is answered with what it made the first time, on any node and at any later time.
   * @throws ClientIdReused for a client id used for other content.
   * @throws RecordUnavailable where the outcome is unknown: trying again with the same client id is safe.
   * @throws DomainError what the permission or `decide` refuse with; then nothing is left behind.
   */
  async append(command: AppendCommand): Promise<Appended> {
    const intentHash = command.clientId === null ? null : hashIntent(command.intent, command.payload);
    try {
      const repeated = await this.transaction.findRepetition(this.dataSource.manager, command, intentHash);
      return repeated ?? (await this.lanes.run(command.room, () => this.commit(command, intentHash)));
    } catch (error) {
      throw mayPass(error) ? new RecordUnavailable(error) : error;
    }
  }

  /** Starts the record of a new room; `meetings` calls it in the transaction that creates the room. */
  createLog(tx: EntityManager, room: string): Promise<void> {
    return this.ready.createLog(tx, room);
  }

  /**
   * Puts ready-made entries on a record in the caller's transaction, numbers and times verbatim, and projects them.
   * Nothing is checked but that they follow the head, and nothing is delivered: meant for a room nobody has open.
   */
  importEntries(tx: EntityManager, room: string, entries: readonly ImportedEntry[]): Promise<void> {
    return this.ready.importEntries(tx, room, entries);
  }

  private async commit(command: AppendCommand, intentHash: string | null): Promise<Appended> {
    try {
      const { answer, epoch, entries } = await this.unitOfWork.inTransaction((tx) =>
        this.transaction.run(tx, command, intentHash),
      );
      const changesRights = command.changesRights === true;
      if (entries.length > 0)
        this.delivery.deliverSoon({ room: command.room, epoch, entries }, { changesRights });
      return answer;
    } catch (error) {
      if (!isRepeatedClientId(error)) throw error;
      const original = await this.transaction.findRepetition(this.dataSource.manager, command, intentHash);
      if (!original) throw error;
      return original;
    }
  }
}
