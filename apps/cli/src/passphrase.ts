import { CliError } from './cli-error.js';
import { readFileOrRefuse } from './read-file.js';

const SHORTEST = 12;

/** Reads the first line of a file; null where none is named. @throws CliError for one that is too short. */
export function readPassphrase(path: string | null): string | null {
  if (path === null) return null;
  const [line = ''] = readFileOrRefuse(path).toString('utf8').split(/\r?\n/);
  if (line.length < SHORTEST)
    throw new CliError(
      `The first line of ${path} is shorter than ${SHORTEST} characters: make a longer passphrase.`,
    );
  return line;
}
