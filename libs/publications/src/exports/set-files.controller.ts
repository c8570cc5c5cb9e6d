import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Get, Query, Res } from '@nestjs/common';
import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { CurrentMember, Requires, RoundtableController, type Member } from '@roundtable/platform';
import type { Response } from 'express';
import { FileQueryDto } from './dto/file-query.dto.js';
import { dispositionOf } from './file-name.js';
import { SetFilesService, type MadeFile, type SetFile } from './set-files.service.js';

const CHUNK = 64 * 1024;

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
    await send(response, file);
  }
}

/** In pieces, so that a slow reader holds no more than one of them in the socket. */
export async function send(response: Response, { name, type, content }: MadeFile): Promise<void> {
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', content.length);
  response.setHeader('Content-Disposition', dispositionOf(name));
  response.setHeader('Cache-Control', 'private, no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  await pipeline(Readable.from(inPieces(content)), response);
}

function* inPieces(content: Buffer): Generator<Buffer> {
  for (let at = 0; at < content.length; at += CHUNK) yield content.subarray(at, at + CHUNK);
}
