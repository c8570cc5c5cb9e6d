import { createHash } from 'node:crypto';
import type { KnownPeople, LogRefusal, ParsedLog } from './w3c/parsed-log.js';
import { decodeW3cLog } from './w3c/decode-w3c-log.js';
import { parseW3cLogInParts } from './w3c/parse-w3c-log.js';
import { givingWay } from './work-in-parts.js';

/** A file as it was handed in. */
export interface ImportedFile {
  /** Name or path; a day in it dates the meeting where the text does not. */
  name: string;
  bytes: Uint8Array;
}

/** Why a file is no log that can be imported. */
export interface FileProblem {
  code: LogRefusal | 'unreadable_file';
  message: string;
}

/** A file that was read: its log, or what is wrong with it. */
export interface ReadW3cFile {
  name: string;
  sha256: string;
  log: ParsedLog | null;
  problem: FileProblem | null;
}

/** Reads a log, giving way to the meetings that run in this process; known people (real name to nicks, as groups publish them) name its speakers. */
export async function readW3cFile({ name, bytes }: ImportedFile, people?: KnownPeople): Promise<ReadW3cFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = decodeW3cLog(bytes);
  const result = await givingWay(parseW3cLogInParts(text, { fileName: name, ...(people && { people }) }));
  if (result.ok) return { name, sha256, log: result.log, problem: null };
  return { name, sha256, log: null, problem: { code: result.code, message: result.sentence } };
}
