import { isNativeError } from 'node:util/types';
import { HttpException } from '@nestjs/common';
import type { ErrorCode, WireError } from '@roundtable/contracts';
import { ERROR_SENTENCES } from '@roundtable/contracts';
import { databaseFailureOf, databaseRefusal } from './database-failure.js';
import { DomainError } from './domain-error.js';
import { newId } from './ids.js';

/** An error in the form both sides of the wire use, and whether somebody must look into it. */
export interface TranslatedError {
  wire: WireError;
  /** Set for what nobody foresaw; the caller sees this id only, the log has the error under it. */
  incident?: string;
}

/** Translates whatever was thrown. Nothing but our own sentences ever reaches the caller. */
export function translateError(error: unknown): TranslatedError {
  if (error instanceof DomainError) return { wire: error.toWire() };
  const failure = databaseFailureOf(error);
  if (failure) return { wire: databaseRefusal(failure).toWire(), incident: newId() };
  const status = statusOf(error);
  if (status !== undefined && status < 500) return { wire: plainError(codeOfStatus(status)) };
  const incident = newId();
  return { wire: { ...plainError('internal'), data: { incident } }, incident };
}

function plainError(code: ErrorCode): WireError {
  const wire: WireError = { code, message: ERROR_SENTENCES[code] };
  return code === 'internal' ? { ...wire, retry: true } : wire;
}

/** Express and its body parsers throw plain errors with a `status`; Nest throws HttpException. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (!isNativeError(error) || !('expose' in error) || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 405) return 'not_found';
  if (status === 413) return 'payload_too_large';
  if (status === 429) return 'rate_limited';
  return 'invalid';
}
