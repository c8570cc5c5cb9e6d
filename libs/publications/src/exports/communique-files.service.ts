import { Injectable } from '@nestjs/common';
import type { Audience, Language } from '@roundtable/contracts';
import { nameFile, Turnstile } from '@roundtable/platform';
import { RecordReader } from '@roundtable/record';
import { CommuniqueMissing } from '../communique/communique.errors.js';
import { writeCommuniqueDocx } from './communique-docx.js';
import { writeCommuniqueSheet, type CommuniquePrintView } from './communique-sheet.js';
import { COMMUNIQUE_TEMPLATE } from './communique-template.js';
import { FILE_TYPES } from './file-types.js';
import type { MadeFile } from './send-file.js';
import { Typesetter } from './typesetter.js';

/** Makes files of a meeting's communique, as its reader may see it. */
@Injectable()
export class CommuniqueFilesService {
  private readonly desks = new Turnstile({ atOnce: 2, waiting: 20, waitMs: 30_000 });

  constructor(
    private readonly record: RecordReader,
    private readonly typesetter: Typesetter,
  ) {}

  /** @throws CommuniqueMissing, Busy or TypesettingFailed */
  async make(
    kind: 'docx' | 'pdf',
    reader: { room: string; audience: Audience },
    { lang, view }: { lang: Language; view: CommuniquePrintView },
  ): Promise<MadeFile> {
    const { meetings, publications } = await this.record.atOneMoment((tx) =>
      this.record.readSnapshot(tx, reader.room, reader.audience),
    );
    const { communique } = publications;
    if (!communique) throw new CommuniqueMissing();
    const sheet = writeCommuniqueSheet({ meetings, communique }, lang, view);
    const content =
      kind === 'pdf'
        ? await this.typesetter.set(COMMUNIQUE_TEMPLATE, sheet)
        : await this.desks.run(() => writeCommuniqueDocx(sheet));
    const name = nameFile(meetings.meeting.startsAt, `${communique.title} v${communique.version}`, kind);
    return { name, type: FILE_TYPES[kind], content };
  }
}
