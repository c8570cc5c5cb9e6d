import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError } from './domain-error.js';

const LONGEST_FIELD_NAME = 80;
const MOST_FAULTS_REPORTED = 20;

interface Fault {
  field: string;
  reason: string;
}

/**
 * Makes the one pipe that stands before every handler, socket or HTTP: unknown fields are refused, not dropped,
 * and the first fault becomes the sentence of an `invalid` error whose `data.faults` lists them all.
 */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: toDomainError,
  });
}

function toDomainError(errors: ValidationError[]): DomainError {
  const faults = errors.flatMap((error) => collectFaults(error, '')).slice(0, MOST_FAULTS_REPORTED);
  const [first = { field: '', reason: 'The request is not of the expected form.' }] = faults;
  return new DomainError('invalid', first.reason, { field: first.field, faults });
}

function collectFaults(error: ValidationError, parent: string): Fault[] {
  const field = joinPath(parent, error.property);
  const own = Object.entries(error.constraints ?? {}).map(([kind, text]) => ({
    field,
    reason: explain(kind, text, error.property, field),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => collectFaults(child, field))];
}

function explain(kind: string, text: string, property: string, field: string): string {
  if (kind === 'whitelistValidation') return `The field ${field} is unknown here: leave it out.`;
  if (kind === 'unknownValue') return 'The request is not an object with known fields.';
  const sentence = text.startsWith(property) ? `${field}${text.slice(property.length)}` : `${field}: ${text}`;
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

/** Field names come from the sender too, so they are cut and cleaned before they are said back. */
function joinPath(parent: string, property: string | undefined): string {
  const name = (property ?? '').replace(/[^\p{L}\p{N}_$-]/gu, '?').slice(0, LONGEST_FIELD_NAME);
  return parent === '' ? name : `${parent}.${name}`;
}
