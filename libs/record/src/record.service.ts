import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Appended, AppendCommand } from './append-command.js';
import { GroupCommit } from './group-commit.js';
import { RecordImport, type ImportedEntry } from './record-import.js';

/** The one append path: every lasting act on a room goes through here, whoever acts and over whatever wire. */
@Injectable()
export class RecordService {
  constructor(
    private readonly commits: GroupCommit,
    private readonly ready: RecordImport,
  ) {}

  /**
   * Appends what `decide` says, in one transaction with the projections, and answers after the commit. The same
   * client id again is answered with what it made the first time, on any node and at any later time.
   * @throws ClientIdReused for a client id used for other content.
   * @throws RecordUnavailable where the outcome is unknown: trying again with the same client id is safe.
   * @throws DomainError what the permission or `decide` refuse with; then nothing is left behind.
   */
  append(command: AppendCommand): Promise<Appended> {
    return this.commits.append(command);
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
}
