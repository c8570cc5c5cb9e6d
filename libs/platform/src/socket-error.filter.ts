import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Refusal } from '@roundtable/contracts';
import { JsonLogger } from './logging.js';
import { translateError } from './wire-error.js';

/**
 * Answers every failed intent through its acknowledgement with `{ok: false, error}`. Filters registered globally
 * never reach gateways, so the composed gateway decorator carries this one.
 */
@Catch()
export class SocketErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: JsonLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { wire, incident } = translateError(error);
    if (incident !== undefined) this.logger.logger.error({ incident, err: error }, 'intent failed');
    const acknowledge = host.getArgs<unknown[]>().find(isAcknowledgement);
    acknowledge?.({ ok: false, error: wire } satisfies Refusal);
  }
}

/** Nest passes (socket, payload, acknowledgement, pattern); the payload may be missing, so the place is not fixed. */
function isAcknowledgement(value: unknown): value is (answer: Refusal) => void {
  return typeof value === 'function';
}
