import { Injectable } from '@nestjs/common';
import {
  LIMITS,
  type Audience,
  type HistoryPage,
  type RoomSnapshot,
  type VisibleEntry,
} from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import type { EntityManager } from 'typeorm';
import { EntryPresenter } from './entry-presenter.js';
import { fittingEntries } from './entry-size.js';
import { RecordFeatures } from './feature-ports.js';
import { pageRange, type PageWish, type SeqRange } from './page-range.js';
import { RecentEntries } from './recent-entries.js';
import { RoomNotFound } from './record.errors.js';
import type { LogHead } from './log-head.js';
import { RecordRepository } from './record.repository.js';

/** Reads the record as one audience may see it. Who belongs to which audience is the caller's to know. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RecordRepository,
    private readonly presenter: EntryPresenter,
    private readonly features: RecordFeatures,
    private readonly recent: RecentEntries,
  ) {}

  /** Runs reads that must all be of one moment, in a transaction that cannot write. */
  atOneMoment<T>(read: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.unitOfWork.inTransaction(
      async (tx) => {
        await tx.query('SET TRANSACTION READ ONLY');
        return read(tx);
      },
      { isolation: 'REPEATABLE READ' },
    );
  }

  /** @throws RoomNotFound */
  async readHead(tx: EntityManager, room: string): Promise<LogHead> {
    const log = await this.repository.readLog(tx, room);
    if (!log) throw new RoomNotFound();
    return log;
  }

  /** A page of history and what was added later to what is on it. @throws RoomNotFound */
  readPage(room: string, wish: PageWish, audience: Audience): Promise<HistoryPage> {
    return this.atOneMoment(async (tx) => {
      const { head, epoch } = await this.readHead(tx, room);
      return { epoch, head, ...(await this.readEntries(tx, room, pageRange(wish, head), audience)) };
    });
  }

  /** The entries of a range, and the later ones that refer into it. */
  async readEntries(
    tx: EntityManager,
    room: string,
    range: SeqRange,
    audience: Audience,
  ): Promise<{ entries: VisibleEntry[]; later: VisibleEntry[] }> {
    const entries = await this.repository.readRange(tx, room, range);
    const later = await this.repository.readLater(tx, room, range);
    return {
      entries: this.presenter.presentAll(entries, audience),
      later: this.presenter.presentAll(later, audience),
    };
  }

  /**
   * The entries of a range that ends at the head, from memory where they are held; nothing refers to them from later on.
   * Where they are too many bytes for one answer, only those next to what the reader holds, or to the head.
   */
  async readNewest(
    tx: EntityManager,
    { room, epoch }: { room: string; epoch: number },
    range: SeqRange,
    reader: { audience: Audience; keep: 'oldest' | 'newest' },
  ): Promise<VisibleEntry[]> {
    const entries =
      this.recent.find(room, epoch, range) ?? (await this.repository.readRange(tx, room, range));
    const visible = this.presenter.presentAll(entries, reader.audience);
    return fittingEntries(visible, LIMITS.syncBytes, reader.keep);
  }

  /** The room's domain state, put together from every feature's part. */
  async readSnapshot(tx: EntityManager, room: string, audience: Audience): Promise<RoomSnapshot> {
    const snapshot: Partial<RoomSnapshot> = {};
    for (const feature of this.features.all())
      Object.assign(snapshot, await feature.snapshot?.(tx, room, audience));
    return snapshot as RoomSnapshot;
  }
}
