import { Injectable } from '@nestjs/common';
import type { W3cImportPreview, W3cImportResult } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, newId } from '@roundtable/platform';
import type { EntityManager } from 'typeorm';
import { ImportRepository } from './import.repository.js';
import { ReaderLink } from './reader-link.js';
import { readW3cFile, type FileProblem, type ImportedFile, type ReadW3cFile } from './w3c-file.js';
import { buildW3cMeetingInParts } from './w3c-meeting.js';
import { summariseW3cFile } from './w3c-summary.js';
import type { KnownPeople, ParsedLog } from './w3c/parsed-log.js';
import { givingWay } from './work-in-parts.js';

/** What the importer decides. */
export interface W3cImportOptions {
  /** Names for speakers, by file and the log's key. */
  speakerNames?: Record<string, Record<string, string>>;
  /** Becomes secretary of each meeting. */
  account: { id: string; name: string } | null;
  /** Name of a secretary who enters by a personal link, where no account does: somebody must be able to read it. */
  secretary?: string;
  /** Real names to nicks, as some groups keep beside their logs. */
  people?: KnownPeople;
}

/** What became of one file, with what the log says about itself. */
export interface W3cImportedFile {
  result: W3cImportResult['files'][number];
  summary: W3cImportPreview['files'][number];
  /** Personal link of the secretary who was added without an account. */
  link: string | null;
}

const FORMAT = 'w3c';
const UNKEEPABLE: FileProblem = {
  code: 'unreadable_file',
  message:
    'This log holds something that cannot be kept, such as a time of no calendar: nothing of it was imported.',
};

/** Brings W3C/IRC meeting logs in as closed meetings: each file in one transaction, never the same contents twice. */
@Injectable()
export class W3cImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ImportRepository,
    private readonly readers: ReaderLink,
    private readonly clock: Clock,
  ) {}

  /** Says what each file holds. Stores nothing. */
  async preview(files: ImportedFile[], people?: KnownPeople): Promise<W3cImportPreview> {
    const read: ReadW3cFile[] = [];
    for (const file of files) read.push(await readW3cFile(file, people));
    const known = await this.unitOfWork.inTransaction((tx) =>
      this.repository.findImports(
        tx,
        FORMAT,
        read.map(({ sha256 }) => sha256),
      ),
    );
    return { files: read.map((file) => summariseW3cFile(file, known.get(file.sha256) ?? null)) };
  }

  async import(files: ImportedFile[], options: W3cImportOptions): Promise<W3cImportResult> {
    const results: W3cImportResult['files'] = [];
    for (const file of files) results.push((await this.importFile(file, options)).result);
    return { files: results };
  }

  /** Imports one file; a file that is no log, or cannot be kept, gives a problem and stores nothing. */
  async importFile(file: ImportedFile, options: W3cImportOptions): Promise<W3cImportedFile> {
    const read = await readW3cFile(file, options.people);
    const { log } = read;
    if (!log) return notImported(read);
    const stored = await this.unitOfWork
      .inTransaction((tx) => this.store(tx, read, log, options))
      .catch((error: unknown) => {
        if (isWrongValue(error)) return null;
        throw error;
      });
    if (!stored) return notImported({ ...read, log: null, problem: UNKEEPABLE });
    const { meeting, duplicate, link } = stored;
    return {
      result: { file: file.name, meeting, duplicate, problem: null },
      summary: summariseW3cFile(read, duplicate ? meeting : null),
      link,
    };
  }

  private async store(
    tx: EntityManager,
    { name, sha256 }: ReadW3cFile,
    log: ParsedLog,
    { account, secretary, speakerNames }: W3cImportOptions,
  ): Promise<{ meeting: string; duplicate: boolean; link: string | null }> {
    await this.repository.lockContents(tx, sha256);
    const known = (await this.repository.findImports(tx, FORMAT, [sha256])).get(sha256);
    if (known !== undefined) return { meeting: known, duplicate: true, link: null };
    const now = this.clock.now();
    const building = buildW3cMeetingInParts(log, {
      file: name,
      now: now.toISOString(),
      makeId: newId,
      names: speakerNames?.[name] ?? {},
      importer: account ?? (secretary === undefined ? null : { name: secretary }),
    });
    const { meeting, room, entries, importer } = await givingWay(building);
    const view = { id: room, meeting: meeting.id, kind: 'plenary' as const, name: 'Plenary' };
    await this.repository.storeMeeting(tx, meeting, { view, epoch: 1, entries });
    if (importer !== null && account) await this.repository.linkAccount(tx, importer, account.id);
    await this.repository.noteImport(tx, {
      id: newId(),
      meetingId: meeting.id,
      format: FORMAT,
      fileName: name,
      sha256,
      createdAt: now,
    });
    const link = importer !== null && !account ? await this.readers.issue(tx, meeting.id, importer) : null;
    return { meeting: meeting.id, duplicate: false, link };
  }
}

function notImported(read: ReadW3cFile): W3cImportedFile {
  return {
    result: { file: read.name, meeting: null, duplicate: false, problem: read.problem },
    summary: summariseW3cFile(read, null),
    link: null,
  };
}

/** Data exceptions of Postgres are the file's fault, and no reason to leave out the files after it. */
function isWrongValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^22/.test(String(error.code));
}
