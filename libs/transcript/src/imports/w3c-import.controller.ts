import { Body, HttpCode, Post, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import type { W3cImportPreview, W3cImportResult } from '@roundtable/contracts';
import { CurrentCaller, Requires, RoundtableController, type Caller } from '@roundtable/platform';
import { W3cImportDto } from '../dto/w3c-import.dto.js';
import { FileMissing } from '../transcript.errors.js';
import { readSpeakerNames } from './speaker-names.js';
import { nameOf, UPLOAD_LIMITS, type Upload } from './upload.js';
import type { ImportedFile } from './w3c-file.js';
import { W3cImportService } from './w3c-import.service.js';

const FILES = 'files';

/** Takes W3C/IRC meeting logs by upload. */
@RoundtableController('api/v1/imports/w3c')
export class W3cImportController {
  constructor(private readonly imports: W3cImportService) {}

  @Post('preview')
  @HttpCode(200)
  @Requires('imports.create')
  @UseInterceptors(FilesInterceptor(FILES, UPLOAD_LIMITS.files, { limits: UPLOAD_LIMITS }))
  preview(@UploadedFiles() uploads: Upload[]): Promise<W3cImportPreview> {
    return this.imports.preview(toFiles(uploads));
  }

  @Post()
  @Requires('imports.create')
  @UseInterceptors(FilesInterceptor(FILES, UPLOAD_LIMITS.files, { limits: UPLOAD_LIMITS }))
  import(
    @CurrentCaller() { principal }: Caller,
    @UploadedFiles() uploads: Upload[],
    @Body() body: W3cImportDto,
  ): Promise<W3cImportResult> {
    const speakerNames = readSpeakerNames(body.speakers);
    return this.imports.import(toFiles(uploads), { speakerNames, account: principal.account });
  }
}

function toFiles(uploads: Upload[] | undefined): ImportedFile[] {
  if (!uploads || uploads.length === 0) throw new FileMissing(FILES);
  return uploads.map((upload) => ({ name: nameOf(upload), bytes: upload.buffer }));
}
