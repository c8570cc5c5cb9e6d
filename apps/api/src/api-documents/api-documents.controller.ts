import { Get } from '@nestjs/common';
import { Public, RoundtableController } from '@roundtable/platform';
import { ApiDocuments } from './api-documents.js';

/** Hands out the machine-readable descriptions of the interface. */
@RoundtableController('api')
export class ApiDocumentsController {
  constructor(private readonly documents: ApiDocuments) {}

  @Get('openapi.json')
  @Public()
  openApi(): object {
    return this.documents.openApi();
  }

  @Get('asyncapi.json')
  @Public()
  asyncApi(): object {
    return this.documents.asyncApi();
  }
}
