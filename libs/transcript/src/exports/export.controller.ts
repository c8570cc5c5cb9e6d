import { Get, Query, Res } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import {
  CurrentMember,
  dispositionOf,
  Requires,
  RoundtableController,
  type Member,
} from '@roundtable/platform';
import type { Response } from 'express';
import { ExportQueryDto } from '../dto/export-query.dto.js';
import { ExportService, type ExportedFile } from './export.service.js';

/** Hands out a meeting's documents as downloads. */
@RoundtableController('api/v1/meetings/:meeting')
export class ExportController {
  constructor(
    private readonly exports: ExportService,
    private readonly audit: AuditLog,
    private readonly work: UnitOfWork,
  ) {}

  @Get('export.json')
  @Requires('transcript.export')
  async exportJson(@CurrentMember() { membership }: Member, @Res() response: Response): Promise<void> {
    const file = await this.exports.exportJson(membership.meetingId, membership.audience);
    await this.note(membership.meetingId);
    send(response, file);
  }

  @Get('export.md')
  @Requires('transcript.export')
  async exportMarkdown(
    @CurrentMember() { membership }: Member,
    @Query() { lang }: ExportQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.exports.exportMarkdown(membership.meetingId, membership.audience, lang);
    await this.note(membership.meetingId);
    send(response, file);
  }

  /** Before the file is handed out: what cannot be noted is not exported. */
  private note(meeting: string): Promise<void> {
    return this.work.inTransaction((tx) => this.audit.note(tx, { act: 'transcript.exported', meeting }));
  }
}

function send(response: Response, file: ExportedFile): void {
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Disposition', dispositionOf(file.name));
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.send(file.text);
}
