import type { W3cImportPreview, W3cImportResult } from '@roundtable/contracts';
import type { ApiError } from '../../../app/api-error.js';

export type LogSummary = W3cImportPreview['files'][number];

/** A chosen file and what is known of it so far. */
export interface LogFile {
  id: number;
  file: File;
  summary: LogSummary | null;
  /** Names as corrected, by the log's key of a speaker. */
  names: Record<string, string>;
  result: W3cImportResult['files'][number] | null;
  /** Why it could not be read or imported, where the request itself failed. */
  error: ApiError | null;
}

/** Whether an import of this file would bring a new meeting. */
export function isImportable({ summary, result }: LogFile): boolean {
  return summary !== null && summary.problem === null && summary.importedAs === null && result === null;
}

const EXPLAINED = ['not_a_log', 'log_undated'] as const;

/** Which sentence says why a file cannot be imported, as its preview or the import found; null where nothing is wrong. */
export function problemOf({ summary, result }: Pick<LogFile, 'summary' | 'result'>) {
  const problem = result?.problem ?? summary?.problem;
  if (!problem) return null;
  const code = EXPLAINED.find((each) => each === problem.code);
  return code ? (`problem_${code}` as const) : 'problem_unreadable_file';
}

/** Lists of people lie beside published logs under this name. */
export function isPeopleList({ name }: { name: string }): boolean {
  return name.toLowerCase() === 'people.json';
}

/** Only names that differ from what the log says, without empty ones. */
export function correctedNames({
  summary,
  names,
}: Pick<LogFile, 'summary' | 'names'>): Record<string, string> {
  const corrected = (summary?.speakers ?? []).flatMap(({ key, name }) => {
    const chosen = names[key]?.trim() ?? '';
    return chosen === '' || chosen === name ? [] : [[key, chosen] as const];
  });
  return Object.fromEntries(corrected);
}
