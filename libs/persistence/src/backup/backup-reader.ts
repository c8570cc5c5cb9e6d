import { createHash, type Hash } from 'node:crypto';
import { unseal } from './backup-envelope.js';
import {
  BACKUP_VERSION,
  BackupRefused,
  type BackupEnd,
  type BackupHeader,
  type BackupMark,
  type BackupSummary,
  type TableEnd,
  type TableStart,
} from './backup-format.js';

/** What a reader of a backup is told, in the order of the file. */
export interface BackupVisitor {
  header?(header: BackupHeader): Promise<void>;
  tableStart?(start: TableStart): Promise<void>;
  row?(line: string): Promise<void> | void;
  tableEnd?(end: TableEnd): Promise<void>;
}

/**
 * Reads a backup from its first line to its last and checks every count and hash on the way.
 * @throws BackupRefused naming what is wrong: no backup, a newer one, damaged in which table, cut off.
 */
export async function readBackup(
  path: string,
  passphrase: string | null,
  visitor: BackupVisitor = {},
): Promise<BackupSummary> {
  const whole = createHash('sha256');
  const state: ReadState = { path, header: null, open: null, tables: [], rows: 0, isOver: false };
  for await (const line of unseal(path, passphrase)) {
    if (state.isOver) throw damaged(path, 'something follows its end');
    if (line.startsWith('[')) await takeRow(state, line, visitor);
    else await takeMark(state, readMark(path, line), whole, visitor);
    whole.update(`${line}\n`);
  }
  if (!state.header || !state.isOver) throw damaged(path, 'its end is missing');
  return { header: state.header, tables: state.tables, rows: state.rows };
}

interface ReadState {
  path: string;
  header: BackupHeader | null;
  open: { name: string; hash: Hash; rows: number } | null;
  tables: TableEnd[];
  rows: number;
  isOver: boolean;
}

async function takeRow(state: ReadState, line: string, visitor: BackupVisitor): Promise<void> {
  if (!state.open) throw damaged(state.path, 'a row stands outside every table');
  state.open.hash.update(`${line}\n`);
  state.open.rows += 1;
  await visitor.row?.(line);
}

async function takeMark(
  state: ReadState,
  mark: BackupMark,
  whole: Hash,
  visitor: BackupVisitor,
): Promise<void> {
  if (!state.header) {
    state.header = checkHeader(state.path, mark);
    await visitor.header?.(state.header);
  } else if ('table' in mark) {
    if (state.open) throw damaged(state.path, `the table ${state.open.name} has no end`);
    state.open = { name: mark.table, hash: createHash('sha256'), rows: 0 };
    await visitor.tableStart?.(mark);
  } else if ('tableEnd' in mark) {
    closeTable(state, mark);
    await visitor.tableEnd?.(mark);
  } else if ('end' in mark) closeBackup(state, mark, whole);
  else throw damaged(state.path, 'a line is neither a row nor a mark');
}

function checkHeader(path: string, mark: BackupMark): BackupHeader {
  if (!('format' in mark) || !Array.isArray(mark.migrations)) throw damaged(path, 'its header is missing');
  if (mark.version > BACKUP_VERSION)
    throw new BackupRefused(
      `${path} was made by Roundtable ${mark.release} (format ${mark.version}, this version knows ${BACKUP_VERSION}): restore it with that version.`,
    );
  return mark;
}

function closeTable(state: ReadState, end: TableEnd): void {
  const { open, path } = state;
  if (open?.name !== end.tableEnd)
    throw damaged(path, `the end of ${end.tableEnd} stands in the wrong place`);
  if (open.rows !== end.rows)
    throw damaged(path, `${end.tableEnd} has ${open.rows} rows and not ${end.rows}`);
  if (open.hash.digest('hex') !== end.sha256)
    throw damaged(path, `the rows of ${end.tableEnd} are not those that were backed up`);
  state.tables.push(end);
  state.rows += end.rows;
  state.open = null;
}

function closeBackup(state: ReadState, end: BackupEnd, whole: Hash): void {
  if (end.tables !== state.tables.length || end.rows !== state.rows)
    throw damaged(state.path, 'tables are missing');
  if (whole.copy().digest('hex') !== end.sha256)
    throw damaged(state.path, 'its lines are not those that were backed up');
  state.isOver = true;
}

function readMark(path: string, line: string): BackupMark {
  try {
    return JSON.parse(line) as BackupMark;
  } catch {
    throw damaged(path, 'a line cannot be read');
  }
}

function damaged(path: string, what: string): BackupRefused {
  return new BackupRefused(`${path} is damaged (${what}): nothing was restored; use another copy.`);
}
