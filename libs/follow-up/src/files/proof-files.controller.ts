import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Get, Param, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { LIMITS, type FollowUpFile } from '@roundtable/contracts';
import {
  CurrentMember,
  dispositionOf,
  Requires,
  RoundtableController,
  type Member,
} from '@roundtable/platform';
import type { Response } from 'express';
import { FileMissing } from './proof-files.errors.js';
import { ProofFilesService } from './proof-files.service.js';
import { UploadDesk } from './upload-desk.js';

/** A file of a multipart request, held in memory. */
interface Upload {
  originalname: string;
  buffer: Buffer;
}

const ONE_FILE = FileInterceptor('file', {
  defParamCharset: 'utf8',
  limits: { fileSize: LIMITS.followUpFileBytes, files: 1, fields: 0, parts: 1, headerPairs: 20 },
});

/** Takes files that prove a report, and hands them out for saving only. */
@RoundtableController('api/v1/meetings/:meeting/follow-up')
export class ProofFilesController {
  constructor(private readonly files: ProofFilesService) {}

  @Post(':followUp/files')
  @Requires('follow_up.report')
  @UseInterceptors(UploadDesk, ONE_FILE)
  keep(
    @CurrentMember() { membership }: Member,
    @Param('followUp') followUp: string,
    @UploadedFile() upload?: Upload,
  ): Promise<FollowUpFile> {
    if (!upload) throw new FileMissing();
    return this.files.keep(membership, followUp, { name: upload.originalname, content: upload.buffer });
  }

  /** Never shown in the browser: what people upload must not run or pose as a page of ours. */
  @Get('files/:file')
  @Requires('follow_up.read')
  async hand(
    @CurrentMember() { membership }: Member,
    @Param('file') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type, bytes } = await this.files.find(membership, id);
    response.setHeader('Content-Type', type.startsWith('text/') ? `${type}; charset=utf-8` : type);
    response.setHeader('Content-Length', bytes);
    response.setHeader('Content-Disposition', dispositionOf(name));
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    await pipeline(Readable.from(this.files.read(membership, id)), response);
  }
}
