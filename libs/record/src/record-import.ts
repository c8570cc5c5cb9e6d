import { Injectable } from '@nestjs/common';
import type { Entry } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import { RecordProjection } from './record-projection.js';
import { RecordRepository } from './record.repository.js';
import { RoomNotFound } from './record.errors.js';

/** An entry with the number its client once gave it, so that a message sent again is still known after an import. */
export type ImportedEntry = Entry & { clientId?: string | null };

/** Entries inserted with one statement, and prepared before anybody else in this process has a turn. */
const CHUNK = 500;

/** Puts entries that are ready-made, numbers, times and all, on a record: what another Roundtable exported. */
@Injectable()
export class RecordImport {
  constructor(
    private readonly repository: RecordRepository,
    private readonly projection: RecordProjection,
  ) {}

  createLog(tx: EntityManager, room: string): Promise<void> {
    return this.repository.createLog(tx, room);
  }

  /**
   * Inserts the entries verbatim, ascending, behind the head, and projects each.
   * @throws Error where a number leaves a gap or a time goes back: the caller checks its input first.
   */
  async importEntries(tx: EntityManager, room: string, entries: readonly ImportedEntry[]): Promise<void> {
    const log = await this.repository.lockLog(tx, room);
    if (!log) throw new RoomNotFound();
    let before: Predecessor = log;
    for (const chunk of chunksOf(entries)) {
      before = assertFollows(chunk, before);
      await this.repository.appendEntries(
        tx,
        room,
        chunk.map((entry) => ({ entry, clientId: entry.clientId ?? null, intentHash: null })),
        { changesRights: true },
      );
    }
    for (const chunk of chunksOf(entries)) await this.projection.project(tx, room, chunk);
  }
}

interface Predecessor {
  head: number;
  lastAt: number | null;
}

function* chunksOf(entries: readonly ImportedEntry[]): Generator<readonly ImportedEntry[]> {
  for (let start = 0; start < entries.length; start += CHUNK) yield entries.slice(start, start + CHUNK);
}

function assertFollows(entries: readonly Entry[], before: Predecessor): Predecessor {
  let { head, lastAt } = before;
  for (const { seq, at } of entries) {
    const time = Date.parse(at);
    if (seq !== head + 1) throw new Error(`Entry ${seq} does not follow ${head}.`);
    if (Number.isNaN(time) || (lastAt !== null && time < lastAt))
      throw new Error(`Entry ${seq} lies before its predecessor in time.`);
    head = seq;
    lastAt = time;
  }
  return { head, lastAt };
}
