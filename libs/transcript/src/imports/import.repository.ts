import { Injectable } from '@nestjs/common';
import type { MeetingExport, MeetingView, RoomView } from '@roundtable/contracts';
import { MeetingFounding } from '@roundtable/meetings';
import { RecordLogEntity, RecordService, type ImportedEntry } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { TranscriptImportEntity } from '../transcript-import.entity.js';
import { IdsExist } from '../transcript.errors.js';

/** A whole room, ready to be put where nothing is yet. */
export interface ImportedRoom {
  view: RoomView;
  epoch: number;
  entries: ImportedEntry[];
}

/** Stores meetings that were held elsewhere. What entries mean for the tables is the features' to project. */
@Injectable()
export class ImportRepository {
  constructor(
    private readonly record: RecordService,
    private readonly founding: MeetingFounding,
  ) {}

  /** Makes imports of the same contents run one after another, so that the second one finds the first. */
  async lockContents(tx: EntityManager, sha256: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [
      String(BigInt.asIntN(64, BigInt(`0x${sha256.slice(0, 16)}`))),
    ]);
  }

  /** The meetings that some contents became, by their hash. */
  async findImports(tx: EntityManager, format: string, hashes: string[]): Promise<Map<string, string>> {
    const rows = (await tx.query(
      'SELECT sha256, meeting_id FROM transcript_imports WHERE format = $1 AND sha256 = ANY ($2)',
      [format, hashes],
    )) as { sha256: string; meeting_id: string }[];
    return new Map(rows.map((row) => [row.sha256, row.meeting_id]));
  }

  async noteImport(tx: EntityManager, row: TranscriptImportEntity): Promise<void> {
    await tx.insert(TranscriptImportEntity, row);
  }

  /** Makes the meeting, its room and the whole record. @throws IdsExist where there is such a meeting. */
  async storeMeeting(tx: EntityManager, meeting: MeetingView, room: ImportedRoom): Promise<void> {
    const isNew = await this.founding.lay(tx, meeting, room.view);
    if (!isNew) throw new IdsExist('meeting', meeting.id);
    if (room.epoch !== 1) await tx.update(RecordLogEntity, { roomId: room.view.id }, { epoch: room.epoch });
    await this.record.importEntries(tx, room.view.id, room.entries);
  }

  /** Lets an account enter as a participant. Not a fact: who may log in as whom is no part of the record. */
  async linkAccount(tx: EntityManager, participant: string, account: string): Promise<void> {
    await tx.query('UPDATE meetings_participants SET account_id = $2 WHERE id = $1', [participant, account]);
  }

  /** The first thing in an export whose id is taken, null when all are free. */
  async findTaken(tx: EntityManager, document: MeetingExport): Promise<{ kind: string; id: string } | null> {
    const [row] = (await tx.query(
      `SELECT 'meeting' AS kind, id FROM meetings_meetings WHERE id = $1
       UNION ALL SELECT 'room', room_id FROM record_logs WHERE room_id = ANY ($2)
       UNION ALL SELECT 'participant', id FROM meetings_participants WHERE id = ANY ($3)
       LIMIT 1`,
      [
        document.meeting.id,
        document.rooms.map((room) => room.id),
        document.participants.map((each) => each.id),
      ],
    )) as { kind: string; id: string }[];
    return row ?? null;
  }
}
