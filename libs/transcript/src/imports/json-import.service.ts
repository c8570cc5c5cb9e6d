import { Injectable } from '@nestjs/common';
import type { ExportedEntry, MeetingExport } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import type { ImportedEntry } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { writeCanonicalJson } from '../exports/canonical-json.js';
import { ExportService } from '../exports/export.service.js';
import { IdsExist, NobodyToStandFor, UnreadableFile } from '../transcript.errors.js';
import { checkExport } from './export-document.js';
import { ImportRepository } from './import.repository.js';
import { ReaderLink } from './reader-link.js';

/** What became of an imported export. */
export interface JsonImportResult {
  meeting: string;
  room: string;
  entries: number;
  /** Personal link of a secretary who is in it, where nobody imports it by account. */
  link: string | null;
}

/**
 * Brings an exported meeting in, ids and all, or refuses it as a whole. The record is the export's and nothing is added
 * to it: the importer's account is linked to a secretary who is already in it.
 */
@Injectable()
export class JsonImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ImportRepository,
    private readonly exports: ExportService,
    private readonly readers: ReaderLink,
  ) {}

  /**
   * `account` is null on the command line.
   * @throws UnreadableFile where the file is no export or does not come out again as it went in.
   * @throws IdsExist where anything in it is here already.
   * @throws NobodyToStandFor where no secretary could be the importer.
   */
  async import(bytes: Uint8Array, account: { id: string } | null): Promise<JsonImportResult> {
    const document = checkExport(bytes);
    const room = document.rooms[0];
    if (!room) throw new UnreadableFile('The export has no room.');
    const secretary = findSecretary(document);
    if (account && !secretary) throw new NobodyToStandFor();
    return this.unitOfWork.inTransaction(async (tx) => {
      const taken = await this.repository.findTaken(tx, document);
      if (taken) throw new IdsExist(taken.kind, taken.id);
      const { epoch, head, ...view } = room;
      await this.storeChecked(tx, document, { view, epoch, entries: document.entries.map(toEntry) });
      if (account && secretary) await this.repository.linkAccount(tx, secretary, account.id);
      const link =
        account || !secretary ? null : await this.readers.issue(tx, document.meeting.id, secretary);
      return { meeting: document.meeting.id, room: room.id, entries: head, link };
    });
  }

  private async storeChecked(
    tx: EntityManager,
    document: MeetingExport,
    room: Parameters<ImportRepository['storeMeeting']>[2],
  ): Promise<void> {
    try {
      await this.repository.storeMeeting(tx, document.meeting, room);
    } catch (error) {
      throw isRefusedByDatabase(error) ? new UnreadableFile(INCONSISTENT) : error;
    }
    const again = await this.exports.read(tx, document.meeting.id, 'staff');
    if (writeCanonicalJson({ ...again, exportedAt: document.exportedAt }) !== writeCanonicalJson(document))
      throw new UnreadableFile(`${INCONSISTENT} ${firstDifference(document, again)}`);
  }
}

const INCONSISTENT =
  'The parts of this export contradict each other, so it was changed after it was made; nothing was imported.';

/** Constraint violations (class 23) and wrong values (class 22) are the file's fault; anything else is not. */
function isRefusedByDatabase(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^2[23]/.test(code) || code === '';
}

function firstDifference(wanted: MeetingExport, got: MeetingExport): string {
  const keys = Object.keys(wanted).filter((key) => key !== 'exportedAt') as (keyof MeetingExport)[];
  const key = keys.find((each) => JSON.stringify(sorted(wanted[each])) !== JSON.stringify(sorted(got[each])));
  return `It differs in ${key ?? 'its fields'}.`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

function findSecretary({ participants }: MeetingExport): string | null {
  return participants.find((each) => each.roles.includes('secretary') && !each.removed)?.id ?? null;
}

function toEntry({ room: _, ...entry }: ExportedEntry): ImportedEntry {
  return entry as ImportedEntry;
}
