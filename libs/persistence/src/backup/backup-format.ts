import { StartRefused } from '@roundtable/platform';

/** Version of the file format. Goes up when an older program could no longer read what a newer one writes. */
export const BACKUP_VERSION = 1;

/** First line of what is inside the envelope: where the data comes from. */
export interface BackupHeader {
  format: 'roundtable-backup';
  version: number;
  /** Release of the program that wrote it. */
  release: string;
  /** ISO, UTC. */
  madeAt: string;
  /** `server_version` of the Postgres it was read from. */
  postgres: string;
  /** Names of the migrations that had made the schema, oldest first. */
  migrations: string[];
}

/** Stands before the rows of a table; each row is a JSON array with the text of each column, or null. */
export interface TableStart {
  table: string;
  columns: string[];
}

/** Stands behind the rows of a table. */
export interface TableEnd {
  tableEnd: string;
  rows: number;
  /** Hex, over the row lines with their line feeds. */
  sha256: string;
}

/** Last line. */
export interface BackupEnd {
  end: true;
  tables: number;
  rows: number;
  /** Hex, over every line before this one with its line feed. */
  sha256: string;
}

/** A line that is no row. */
export type BackupMark = BackupHeader | TableStart | TableEnd | BackupEnd;

/** What a whole backup holds. */
export interface BackupSummary {
  header: BackupHeader;
  tables: TableEnd[];
  rows: number;
}

/** Says in one sentence why a backup was not made or not restored, and what to do. */
export class BackupRefused extends StartRefused {}
