import { Injectable } from '@nestjs/common';
import { TIMINGS } from '@roundtable/contracts';
import { JsonLogger } from '@roundtable/platform';
import { RoomSeats, type HeadNudge } from '@roundtable/realtime';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { AppendedBatch } from './record-announcements.js';
import type { LogHead } from './log-head.js';
import { RecordRepository } from './record.repository.js';
import { RoomLine } from './room-line.js';
import { RoomReaders } from './room-readers.js';
import { RoomVoice } from './room-voice.js';

/** Entries read with one statement. */
const READ_AT_ONCE = 500;
/** Who is further behind is told the head and catches up by asking. */
const MOST_BEHIND = 2_000;
/** So often the news are read before a reader is answered; the others are told to ask where that fails. */
const MOST_LOOKS = 3;
/** After a hint that pointed at nothing, the next look at that room waits so long: forged nudges cost little. */
const REST_MS = 100;

interface Watched {
  line: RoomLine;
  /** The look under way, which takes in whatever becomes wanted meanwhile. */
  look: Promise<void> | null;
  /** Rights of the room as they were at the last look. */
  rightsSeen: number | null;
  /** When that was, in ms of the process; at first, when the room was opened by somebody just authorised. */
  lookedAt: number;
}

/**
 * Sends the readers of the rooms open on this node what was committed on any node: what was committed here comes as it
 * is, what others committed is read from Postgres, one reading at a time for each room.
 */
@Injectable()
export class RoomLines {
  private readonly watched = new Map<string, Watched>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: RecordRepository,
    private readonly seats: RoomSeats,
    private readonly readers: RoomReaders,
    private readonly voice: RoomVoice,
    private readonly logger: JsonLogger,
  ) {}

  /** Sends what was committed here; at once, unless entries of another node come before it. */
  offer(batch: AppendedBatch): void {
    const watched = this.watch(batch.room);
    if (!watched) return;
    this.send(batch.room, watched, batch);
    this.lookSoon(batch.room, watched);
  }

  /**
   * Follows a hint that the record has come as far as `seq`. A wrong one costs a look at the head. Null where there was
   * nothing new in it, else what resolves when it was followed.
   */
  want({ room, seq, epoch }: HeadNudge): Promise<void> | null {
    const watched = this.watch(room);
    if (!watched) return null;
    const { line, look } = watched;
    const isOtherEpoch = line.delivered !== null && epoch !== line.epoch;
    line.want(isOtherEpoch ? Math.max(seq, (line.delivered ?? 0) + 1) : seq);
    this.lookSoon(room, watched);
    return watched.look === look ? null : watched.look;
  }

  /**
   * Called when a reader was read a moment at `head`, before it is answered and live entries are let through to it.
   * Resolves when the others in the room were sent as much, so that nobody gets an entry twice. True where the line began
   * after that moment: what lies between is sent to nobody here, so a newer moment must be read. Never rejects.
   */
  async settle(head: HeadNudge): Promise<boolean> {
    const { room, seq, epoch } = head;
    const watched = this.watch(room);
    if (!watched) return false;
    const { line } = watched;
    if (line.delivered === null) line.startAt(seq, epoch);
    // A look that had ended already when it was asked for more, or that failed, has not sent as much: another is made.
    for (let looks = 0; line.isBehind(head) && looks < MOST_LOOKS; looks += 1) {
      void this.want(head);
      await watched.look;
    }
    if (line.isBehind(head)) this.startAfresh(room, line, { head: seq, epoch });
    this.lookSoon(room, watched);
    return seq < line.startedAt;
  }

  /** Tells the readers of a room how far they should be. */
  tellHead(room: string): void {
    const { delivered, epoch } = this.watch(room)?.line ?? { delivered: null, epoch: 0 };
    if (delivered !== null) this.voice.tellHead({ room, epoch, head: delivered });
  }

  /** Forgets the rooms that nobody has open any more. */
  prune(): void {
    for (const room of this.watched.keys()) this.watch(room);
  }

  private watch(room: string): Watched | null {
    if (!this.seats.isOpen(room)) {
      this.watched.delete(room);
      return null;
    }
    const watched = this.watched.get(room) ?? newlyWatched();
    this.watched.set(room, watched);
    return watched;
  }

  private send(room: string, watched: Watched, batch: Pick<AppendedBatch, 'entries' | 'epoch'>): void {
    // Everybody left while this was read, and somebody came since: the room's new line began further on.
    if (this.watched.get(room) !== watched) return;
    const { line } = watched;
    const entries = line.take(batch);
    if (entries.length > 0) this.voice.tellEntries({ room, epoch: line.epoch, entries });
  }

  private lookSoon(room: string, watched: Watched): void {
    if (watched.look || !watched.line.missing(READ_AT_ONCE)) return;
    watched.look = this.look(room, watched).then(
      () => {
        watched.look = null;
        // Wanted between the last look at the line and now.
        this.lookSoon(room, watched);
      },
      (error: unknown) => {
        watched.look = null;
        this.logger.logger.warn({ err: error, room }, 'news not read');
      },
    );
  }

  private async look(room: string, watched: Watched): Promise<void> {
    const { line } = watched;
    for (let range = line.missing(READ_AT_ONCE); range; range = line.missing(READ_AT_ONCE)) {
      const asked = line.wanted;
      const news = await this.repository.readNews(this.dataSource, room, range);
      if (!news) return;
      const { log, entries } = news;
      await this.noteRights(room, watched, log);
      if (log.epoch !== line.epoch || log.head - (line.delivered ?? 0) > MOST_BEHIND)
        this.startAfresh(room, line, log);
      else this.send(room, watched, { entries, epoch: log.epoch });
      if (asked <= log.head) continue;
      // What became wanted while the head was read may be behind it.
      if (line.wanted === asked) line.wanted = log.head;
      if (entries.length === 0 && !line.missing(READ_AT_ONCE))
        await delay(REST_MS, undefined, { ref: false });
    }
  }

  private startAfresh(room: string, line: RoomLine, { head, epoch }: Pick<LogHead, 'head' | 'epoch'>): void {
    line.startAt(head, epoch);
    line.wanted = head;
    this.voice.tellHead({ room, epoch, head });
  }

  /**
   * What another node decided about who may read reaches the readers here with its entry, not only with the sweep. It is
   * waited for where the sweep may have been unable to ask in the meantime: then nothing is sent before it is known.
   */
  private async noteRights(room: string, watched: Watched, { rightsVersion }: LogHead): Promise<void> {
    const now = performance.now();
    const isStale = now - watched.lookedAt > TIMINGS.revocationSweepMs;
    const isNews = watched.rightsSeen !== rightsVersion;
    watched.rightsSeen = rightsVersion;
    watched.lookedAt = now;
    if (!isNews) return;
    if (isStale) await this.readers.reauthorise(room);
    else this.readers.reauthoriseSoon(room);
  }
}

function newlyWatched(): Watched {
  return { line: new RoomLine(), look: null, rightsSeen: null, lookedAt: performance.now() };
}
