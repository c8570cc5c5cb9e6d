import { readFileSync } from 'node:fs';
import { CliError } from './cli-error.js';

/** @throws CliError that names the file and why it cannot be read. */
export function readFileOrRefuse(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(`${path} cannot be read (${code ?? 'unknown'}): check the path and your rights.`);
  }
}
