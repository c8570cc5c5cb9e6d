import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Refusal } from '@roundtable/contracts';
import { httpStatusOf } from './http-status.js';
import { JsonLogger } from './logging.js';
import { translateError } from './wire-error.js';

interface Response {
  headersSent: boolean;
  status(status: number): Response;
  setHeader(name: string, value: string): unknown;
  json(body: unknown): unknown;
  destroy(): unknown;
}

/** Answers every failed HTTP request with `{ok: false, error}`; what nobody foresaw is logged under an id. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: JsonLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { wire, incident } = translateError(error);
    if (incident !== undefined) this.logger.logger.error({ incident, err: error }, 'request failed');
    if (response.headersSent) {
      // Half of an answer is out already: cutting the line is the only honest way to say that it failed.
      response.destroy();
      return;
    }
    const retryAfterMs = wire.data?.['retryAfterMs'];
    if (typeof retryAfterMs === 'number')
      response.setHeader('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
    response.status(httpStatusOf(wire.code)).json({ ok: false, error: wire } satisfies Refusal);
  }
}
