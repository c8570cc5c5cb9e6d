import { Injectable } from '@nestjs/common';
import type { Audience, ExportedEntry, Language, MeetingExport } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, DomainError, nameFile } from '@roundtable/platform';
import { EntryPresenter, RecordFeatures } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import { readSnapshot } from '../room-snapshot.js';
import { writeCanonicalJson } from './canonical-json.js';
import { ExportRepository, type StoredEntry } from './export.repository.js';
import { writeMarkdown } from './markdown-document.js';

/** A document ready to be handed over. */
export interface ExportedFile {
  name: string;
  type: string;
  text: string;
}

/** Makes the documents that a meeting leaves behind. Entries pass the same presenters as live delivery. */
@Injectable()
export class ExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ExportRepository,
    private readonly features: RecordFeatures,
    private readonly presenter: EntryPresenter,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found` where there is no such meeting. */
  async exportJson(meeting: string, audience: Audience): Promise<ExportedFile> {
    const document = await this.inOneMoment((tx) => this.read(tx, meeting, audience));
    return {
      name: nameFile(document.meeting.startsAt, document.meeting.title, 'json'),
      type: 'application/json; charset=utf-8',
      text: writeCanonicalJson(document),
    };
  }

  /** @throws DomainError `not_found` where there is no such meeting. */
  async exportMarkdown(meeting: string, audience: Audience, language: Language): Promise<ExportedFile> {
    const document = await this.inOneMoment((tx) => this.read(tx, meeting, audience));
    return {
      name: nameFile(document.meeting.startsAt, document.meeting.title, 'md'),
      type: 'text/markdown; charset=utf-8',
      text: writeMarkdown(document, language),
    };
  }

  /**
   * Reads a whole meeting in the caller's transaction; what an import has just written is seen too.
   * @throws DomainError `not_found` where there is no such meeting.
   */
  async read(tx: EntityManager, meeting: string, audience: Audience): Promise<MeetingExport> {
    const heads = await this.repository.readHeads(tx, meeting);
    const plenary = heads[0];
    if (!plenary) throw new DomainError('not_found', 'There is nothing at this address that you may see.');
    const { meetings, proposals } = await readSnapshot(this.features, tx, { room: plenary.room, audience });
    const stored = await this.repository.readEntries(tx, meeting);
    return {
      format: 'roundtable.meeting',
      version: 1,
      exportedAt: this.clock.now().toISOString(),
      meeting: meetings.meeting,
      rooms: heads.map(({ epoch, head }) => ({ ...meetings.room, epoch, head })),
      delegations: meetings.delegations,
      participants: meetings.participants,
      items: meetings.items,
      entries: stored.flatMap((each) => this.presentEntry(each, audience)),
      floor: await this.repository.readFloor(tx, meeting),
      proposals: proposals.proposals,
      decisions: proposals.decisions,
    };
  }

  private presentEntry({ room, clientId, entry }: StoredEntry, audience: Audience): ExportedEntry[] {
    const visible = this.presenter.present(entry, audience);
    return 'withheld' in visible ? [] : [{ room, clientId, ...visible } as ExportedEntry];
  }

  private inOneMoment<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.unitOfWork.inTransaction(work, { isolation: 'REPEATABLE READ' });
  }
}
