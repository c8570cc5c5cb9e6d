import { Injectable } from '@nestjs/common';
import type { MarkRead } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { EphemeralLane } from '@roundtable/realtime';
import { RecordRepository, RoomNotFound } from '@roundtable/record';
import { DataSource } from 'typeorm';
import { MarkBeyondHead } from './discussion.errors.js';
import { ReadMarksRepository } from './read-marks.repository.js';

/** Moves a reader's own mark and tells their other tabs. */
@Injectable()
export class ReadMarksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly record: RecordRepository,
    private readonly marks: ReadMarksRepository,
    private readonly lane: EphemeralLane,
  ) {}

  /** Returns where the mark is now: further on than asked where another tab was faster. @throws MarkBeyondHead */
  async markRead({ membership }: Member, { room, seq }: MarkRead, socketId: string): Promise<number> {
    const { manager } = this.dataSource;
    const log = await this.record.readLog(manager, room);
    if (!log) throw new RoomNotFound();
    if (seq > log.head) throw new MarkBeyondHead(seq, log.head);
    const { participantId } = membership;
    const mark = await this.marks.raise(manager, room, participantId, seq);
    this.lane.tellParticipant(
      participantId,
      'discussion.read_mark',
      { room, seq: mark },
      { except: socketId },
    );
    return mark;
  }
}
