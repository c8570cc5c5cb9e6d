import { Injectable } from '@nestjs/common';
import { PROTOCOL_VERSION } from '@roundtable/contracts';
import { writeAsyncApi } from './asyncapi-document.js';
import { HandlerScan } from './handler-scan.js';
import { writeOpenApi } from './openapi-document.js';

const VERSION = `${PROTOCOL_VERSION}.0.0`;

/** Makes each document once, when it is first asked for: the code does not change while it runs. */
@Injectable()
export class ApiDocuments {
  private openApiDocument: object | undefined;
  private asyncApiDocument: object | undefined;

  constructor(private readonly scan: HandlerScan) {}

  openApi(): object {
    return (this.openApiDocument ??= writeOpenApi(this.scan.routes(), VERSION));
  }

  asyncApi(): object {
    return (this.asyncApiDocument ??= writeAsyncApi(this.scan.intents(), VERSION));
  }
}
