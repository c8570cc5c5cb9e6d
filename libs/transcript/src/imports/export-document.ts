import type { MeetingExport } from '@roundtable/contracts';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { UnreadableFile } from '../transcript.errors.js';
import { findContradiction } from './export-consistency.js';
import { EXPORT_SCHEMA } from './export-schema.generated.js';

let validator: ValidateFunction<MeetingExport> | undefined;

/**
 * Reads an uploaded export and checks it against the published JSON Schema and against itself.
 * @throws UnreadableFile saying where it departs from an export.
 */
export function checkExport(bytes: Uint8Array): MeetingExport {
  const document = parse(bytes);
  if (!isRecord(document) || document['format'] !== 'roundtable.meeting')
    throw new UnreadableFile('This file is not an export of a meeting. Choose the export.json of a meeting.');
  if (document['version'] !== 1)
    throw new UnreadableFile(
      'This export was made by a newer Roundtable than this one. Update before importing it.',
    );
  validator ??= new Ajv({ discriminator: true, strict: false }).compile<MeetingExport>(EXPORT_SCHEMA);
  if (!validator(document)) throw explain(validator.errors ?? []);
  const contradiction = findContradiction(document);
  if (contradiction !== null) throw new UnreadableFile(contradiction);
  return document;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new UnreadableFile('This file is not JSON in UTF-8. Choose the export.json of a meeting.');
  }
}

/** The first fault, with its place; what the sender wrote there is not said back. */
function explain([fault]: ErrorObject[]): UnreadableFile {
  const place = fault?.instancePath || '/';
  const reason = fault?.message ?? 'is wrong';
  return new UnreadableFile(`This export is damaged at ${place}: it ${reason}. Nothing was imported.`, {
    at: place,
    reason,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
