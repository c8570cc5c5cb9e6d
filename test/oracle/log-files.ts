import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { KnownPeople, ParsedLog } from '../../libs/transcript/src/imports/w3c/parsed-log.js';
import { parseW3cLog } from '../../libs/transcript/src/imports/w3c/parse-w3c-log.js';

/** Real logs with the minutes their groups published, laid beside the repository; never part of it. */
export const DATA = '../shared/data';
export const SETS = ['json-ld-minutes', 'w3c-ccg-meetings', 'w3c-scribe2'];

export interface LogFile {
  set: string;
  log: string;
  minutes: string;
}

export function parse(file: LogFile): ParsedLog {
  return parseText(read(file.log), file);
}

export function parseText(text: string, file: LogFile): ParsedLog {
  const people = join(DATA, file.set, 'people.json');
  const known = existsSync(people) ? (JSON.parse(read(people)) as KnownPeople) : undefined;
  const result = parseW3cLog(text, { fileName: file.log, people: known });
  if (!result.ok) {
    throw new Error(`${file.log}: ${result.sentence}`);
  }
  return result.log;
}

export function read(path: string): string {
  return readFileSync(path, 'utf8');
}

export function logFiles(): LogFile[] {
  return SETS.flatMap((set) =>
    readdirSync(join(DATA, set))
      .map((name) => join(DATA, set, name))
      .map((path) => (path.endsWith('.txt') ? path : join(path, 'irc.log')))
      .filter((path) => existsSync(path) && !path.endsWith('SOURCE.txt'))
      .map((log) => ({
        set,
        log,
        minutes: log.endsWith('.txt') ? log.replace(/txt$/, 'html') : join(dirname(log), 'index.html'),
      })),
  );
}
