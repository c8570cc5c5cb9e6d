import { Injectable } from '@nestjs/common';
import type { Audience, Language } from '@roundtable/contracts';
import { nameFile, Turnstile } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { SetMissing } from '../publications.errors.js';
import { FILE_TYPES } from './file-types.js';
import type { MadeFile } from './send-file.js';
import { writeSetCsv } from './set-csv.js';
import { writeSetDocx } from './set-docx.js';
import { writeSheet } from './set-sheet.js';
import { SET_TEMPLATE } from './set-template.js';
import { Typesetter } from './typesetter.js';

export const SET_FILES = ['docx', 'pdf', 'csv'] as const;
export type SetFile = (typeof SET_FILES)[number];

/** Makes files of a meeting's set, as its reader may see it. */
@Injectable()
export class SetFilesService {
  /** A document is put together on the serving thread, in pieces; two at once leave it time for everybody else. */
  private readonly desks = new Turnstile({ atOnce: 2, waiting: 20, waitMs: 30_000 });

  constructor(
    private readonly record: RecordReader,
    private readonly typesetter: Typesetter,
  ) {}

  /** @throws SetMissing, Busy or TypesettingFailed */
  async make(
    kind: SetFile,
    reader: { room: string; audience: Audience },
    language: Language,
  ): Promise<MadeFile> {
    const snapshot = await this.record.atOneMoment((tx) =>
      this.record.readSnapshot(tx, reader.room, reader.audience),
    );
    const { set, lines } = snapshot.publications;
    if (!set) throw new SetMissing();
    const { meetings, proposals } = snapshot;
    const sheet = writeSheet({ meetings, proposals, set, lines }, language);
    const content = await this.write(kind, sheet);
    return {
      name: nameFile(meetings.meeting.startsAt, `${set.title} v${set.version}`, kind),
      type: FILE_TYPES[kind],
      content,
    };
  }

  private async write(kind: SetFile, sheet: ReturnType<typeof writeSheet>): Promise<Buffer> {
    if (kind === 'csv') return Buffer.from(writeSetCsv(sheet), 'utf8');
    if (kind === 'pdf') return this.typesetter.set(SET_TEMPLATE, sheet);
    return this.desks.run(() => writeSetDocx(sheet));
  }
}
