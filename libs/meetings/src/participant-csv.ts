import { LIMITS } from '@roundtable/contracts';
import { CsvError, parse, type Info } from 'csv-parse/sync';
import { readFileText } from './file-text.js';
import { readHeader, type Column } from './participant-words.js';

/** A row as it stands in the file: cells by column, trimmed; a column that the file lacks is missing. */
export interface CsvRow {
  /** Line in the file on which the row begins, from 1. */
  line: number;
  cells: Partial<Record<Column, string>>;
}

/** A participant list as it was read. */
export interface ParticipantList {
  encoding: string;
  separator: string;
  rows: CsvRow[];
}

/** Why a file is no participant list, in a sentence that says what to do. */
export class CsvFault extends Error {}

const SEPARATORS = [',', ';', '\t'] as const;

/** Reads an uploaded list. @throws CsvFault */
export function readParticipantCsv(bytes: Uint8Array): ParticipantList {
  const { text, encoding } = readFileText(bytes);
  if (text.includes('\u0000'))
    throw new CsvFault('The file is not text: save the list as CSV and upload that.');
  const separator = findSeparator(text);
  const [header, ...rows] = parseRows(text, separator);
  if (!header) throw new CsvFault('The file is empty: its first line must name the columns.');
  const columns = header.cells.map(readHeader);
  if (!columns.includes('name'))
    throw new CsvFault('No column is headed "name" (имя, аты-жөнү): the first line must name the columns.');
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) !== index);
  if (twice) throw new CsvFault(`Two columns are headed ${twice}: keep one of them.`);
  if (rows.length > LIMITS.csvRows)
    throw new CsvFault(`The list has ${rows.length} rows: upload at most ${LIMITS.csvRows} at a time.`);
  return {
    encoding,
    separator,
    rows: rows.map(({ line, cells }) => ({ line, cells: byColumn(columns, cells) })),
  };
}

interface RawRow {
  line: number;
  cells: string[];
}

function parseRows(text: string, separator: string): RawRow[] {
  try {
    const records = parse(text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
    }) as unknown as { info: Info; record: string[] }[];
    return records
      .map(({ info, record }) => ({ line: firstLine(info, record), cells: record }))
      .filter(hasContents);
  } catch (error) {
    if (error instanceof CsvError) throw new CsvFault(explain(error));
    throw error;
  }
}

/** The parser counts the line on which a row ends; quoted cells may hold line breaks. */
function firstLine(info: Info, record: string[]): number {
  return info.lines - record.join('').split('\n').length + 1;
}

function hasContents({ cells }: RawRow): boolean {
  return cells.some((cell) => cell !== '');
}

function byColumn(columns: readonly (Column | null)[], cells: readonly string[]): CsvRow['cells'] {
  return Object.fromEntries(
    columns.flatMap((column, index) => (column ? [[column, cells[index] ?? '']] : [])),
  );
}

/** The separator that the first line has most of, outside of quotes. */
function findSeparator(text: string): string {
  const header = (/^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)?.[1] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => header.split(separator).length - 1);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function explain(error: CsvError): string {
  const line = 'lines' in error && typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : '';
  return `The quotation marks${line} do not match: each cell that begins with one must end with one.`;
}
