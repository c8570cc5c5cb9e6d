import { Get, Query, Res } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import type { Response } from 'express';
import { CommuniqueFilesService } from './communique-files.service.js';
import { CommuniqueFileQueryDto } from './dto/communique-file-query.dto.js';
import { sendFile } from './send-file.js';

/** Hands out the communique of a meeting as files. */
@RoundtableController('api/v1/meetings/:meeting')
export class CommuniqueFilesController {
  constructor(
    private readonly files: CommuniqueFilesService,
    private readonly audit: AuditLog,
    private readonly work: UnitOfWork,
  ) {}

  @Get('communique.docx')
  @Requires('publications.read')
  docx(
    @CurrentMember() member: Member,
    @Query() query: CommuniqueFileQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    return this.hand('docx', member, query, response);
  }

  @Get('communique.pdf')
  @Requires('publications.read')
  pdf(
    @CurrentMember() member: Member,
    @Query() query: CommuniqueFileQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    return this.hand('pdf', member, query, response);
  }

  /** Noted before the file is handed out: what cannot be noted is not exported. */
  private async hand(
    kind: 'docx' | 'pdf',
    { membership }: Member,
    query: CommuniqueFileQueryDto,
    response: Response,
  ): Promise<void> {
    const { roomId: room, audience, meetingId: meeting } = membership;
    const file = await this.files.make(kind, { room, audience }, query);
    await this.work.inTransaction((tx) => this.audit.note(tx, { act: 'publications.exported', meeting }));
    await sendFile(response, file);
  }
}
