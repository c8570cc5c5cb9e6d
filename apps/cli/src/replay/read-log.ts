import { decodeW3cLog, parseW3cLog, type ParsedLog } from '@roundtable/transcript';
import { CliError } from '../cli-error.js';
import { readFileOrRefuse } from '../read-file.js';

/** Reads a log as the import does. @throws CliError that names the file and why it is no log. */
export function readLog(file: string): ParsedLog {
  const parsed = parseW3cLog(decodeW3cLog(readFileOrRefuse(file)), { fileName: file });
  if (!parsed.ok) throw new CliError(`${file}: ${parsed.sentence}`);
  return parsed.log;
}
