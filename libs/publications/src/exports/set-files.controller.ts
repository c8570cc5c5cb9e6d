import { Get, Query, Res } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import type { Response } from 'express';
import { FileQueryDto } from './dto/file-query.dto.js';
import { sendFile } from './send-file.js';
import { SetFilesService, type SetFile } from './set-files.service.js';

/** Hands out the set of a meeting as files. */
@RoundtableController('api/v1/meetings/:meeting')
export class SetFilesController {
  constructor(
    private readonly files: SetFilesService,
    private readonly audit: AuditLog,
    private readonly work: UnitOfWork,
  ) {}

  @Get('set.docx')
  @Requires('publications.read')
  docx(
    @CurrentMember() member: Member,
    @Query() query: FileQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    return this.hand('docx', member, query, response);
  }

  @Get('set.pdf')
  @Requires('publications.read')
  pdf(
    @CurrentMember() member: Member,
    @Query() query: FileQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    return this.hand('pdf', member, query, response);
  }

  @Get('set.csv')
  @Requires('publications.read')
  csv(
    @CurrentMember() member: Member,
    @Query() query: FileQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    return this.hand('csv', member, query, response);
  }

  /** Noted before the file is handed out: what cannot be noted is not exported. */
  private async hand(
    kind: SetFile,
    { membership }: Member,
    { lang }: FileQueryDto,
    response: Response,
  ): Promise<void> {
    const { roomId: room, audience, meetingId: meeting } = membership;
    const file = await this.files.make(kind, { room, audience }, lang);
    await this.work.inTransaction((tx) => this.audit.note(tx, { act: 'publications.exported', meeting }));
    await sendFile(response, file);
  }
}
