import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS, type FollowUpFile, type Membership } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import { Clock, newId } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { isUUID } from 'class-validator';
import { FollowUpMissing } from '../follow-up.errors.js';
import { FollowUpRepository } from '../follow-up.repository.js';
import { ResponsiblePeople } from '../responsible-people.js';
import { kindOfFile } from './file-kind.js';
import { safeFileName } from './proof-file-name.js';
import { FileRefused, ProofFileMissing, TooManyFiles } from './proof-files.errors.js';
import { ProofFilesRepository } from './proof-files.repository.js';

/** A file as it came: nothing of it is trusted. */
export interface SentFile {
  name: string;
  content: Buffer;
}

/** Takes files that prove something, and hands them out piece by piece. */
@Injectable()
export class ProofFilesService {
  constructor(
    private readonly files: ProofFilesRepository,
    private readonly followUps: FollowUpRepository,
    private readonly people: ResponsiblePeople,
    private readonly record: RecordReader,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file for a report that is to follow; where none does, it is removed after a day.
   * @throws FollowUpMissing, NotResponsible, FileRefused or TooManyFiles
   */
  keep(membership: Membership, followUp: string, { name, content }: SentFile): Promise<FollowUpFile> {
    const { roomId: room, participantId: by } = membership;
    const kind = kindOfFile(content, name);
    if ('fault' in kind) throw new FileRefused(kind);
    const { type } = kind;
    const sha256 = createHash('sha256').update(content).digest('hex');
    const file = { id: newId(), name: safeFileName(name, type), type, bytes: content.length, sha256 };
    return this.work.inTransaction(async (tx) => {
      const found = isUUID(followUp) ? await this.followUps.find(tx, room, followUp) : null;
      if (!found) throw new FollowUpMissing(followUp);
      await this.people.demandReporter(tx, membership, found);
      const { bytes, unused } = await this.files.measure(tx, room, by);
      if (bytes + content.length > LIMITS.followUpRoomBytes) throw new TooManyFiles('followUpRoomBytes');
      if (unused >= LIMITS.followUpUnusedFiles) throw new TooManyFiles('followUpUnusedFiles');
      await this.files.save(tx, room, file, { content, by, at: this.clock.now() });
      return file;
    });
  }

  /** What a file is; somebody else’s only where it stands in a report. @throws ProofFileMissing */
  async find({ roomId: room, participantId: reader }: Membership, id: string): Promise<FollowUpFile> {
    const found = isUUID(id)
      ? await this.record.atOneMoment((tx) => this.files.find(tx, room, { id, reader }))
      : null;
    if (!found) throw new ProofFileMissing();
    return found;
  }

  /** Its bytes in pieces; between two of them no connection is held, however slow the reader is. */
  async *read({ roomId: room }: Membership, id: string): AsyncGenerator<Buffer> {
    for (let part = 0; ; part += 1) {
      const content = await this.record.atOneMoment((tx) => this.files.readPart(tx, room, id, part));
      if (!content) return;
      yield content;
    }
  }
}
