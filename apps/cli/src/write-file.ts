import { writeFileSync } from 'node:fs';
import { CliError } from './cli-error.js';

/** Writes a file in the place of what is there. @throws CliError that names it, says why not and what to do. */
export function writeFileOrRefuse(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new CliError(`${path} cannot be written (${code}): ${remedyFor(code)}.`);
  }
}

function remedyFor(code: string): string {
  switch (code) {
    case 'ENOENT':
      return 'make its folder first, or choose another one';
    case 'EISDIR':
      return 'it is a folder, so name a file in it';
    case 'ENOTDIR':
      return 'a part of the path is a file, so choose another folder';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'make room there, or choose another disk';
    default:
      return 'choose a folder that this user may write to';
  }
}
