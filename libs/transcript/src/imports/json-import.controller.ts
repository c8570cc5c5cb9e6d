import { Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { CurrentCaller, Requires, RoundtableController, type Caller } from '@roundtable/platform';
import { FileMissing } from '../transcript.errors.js';
import { JsonImportService, type JsonImportResult } from './json-import.service.js';
import { UPLOAD_LIMITS, type Upload } from './upload.js';

const FILE = 'file';

/** Takes a meeting that another Roundtable exported. */
@RoundtableController('api/v1/imports/json')
export class JsonImportController {
  constructor(private readonly imports: JsonImportService) {}

  @Post()
  @Requires('imports.create')
  @UseInterceptors(FileInterceptor(FILE, { limits: { ...UPLOAD_LIMITS, files: 1 } }))
  import(
    @CurrentCaller() { principal }: Caller,
    @UploadedFile() upload: Upload | undefined,
  ): Promise<JsonImportResult> {
    if (!upload) throw new FileMissing(FILE);
    return this.imports.import(upload.buffer, principal.account);
  }
}
