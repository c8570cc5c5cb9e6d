import { LIMITS, type W3cImportRequest } from '@roundtable/contracts';
import { DomainError, findFaultInLine } from '@roundtable/platform';

/**
 * Reads the names chosen for speakers, sent as JSON in a field: `{file: {key: name}}`.
 * @throws DomainError `invalid` naming what is wrong.
 */
export function readSpeakerNames(text: string | undefined): W3cImportRequest['speakers'] {
  if (text === undefined || text.trim() === '') return {};
  const names = parse(text);
  if (!isRecord(names)) throw refuse('speakers is not an object of files: send {"file": {"key": "name"}}.');
  const files: W3cImportRequest['speakers'] = Object.create(null) as W3cImportRequest['speakers'];
  for (const [file, people] of Object.entries(names)) files[file] = readPeople(file, people);
  return files;
}

function readPeople(file: string, people: unknown): Record<string, string> {
  if (!isRecord(people))
    throw refuse(`speakers of ${JSON.stringify(file.slice(0, 80))} is not an object of names.`);
  const read: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [key, name] of Object.entries(people)) {
    const fault = findFaultInLine(name, { max: LIMITS.nameLength });
    if (fault !== null) throw refuse(`The name for ${JSON.stringify(key.slice(0, 80))} ${fault}.`);
    read[key] = String(name);
  }
  return read;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('speakers is not JSON.');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(message: string): DomainError {
  return new DomainError('invalid', message, { field: 'speakers' });
}
