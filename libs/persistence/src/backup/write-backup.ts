import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withClient } from '../embedded-connection.js';
import { seal } from './backup-envelope.js';
import {
  BACKUP_VERSION,
  BackupRefused,
  type BackupMark,
  type BackupSummary,
  type TableEnd,
} from './backup-format.js';
import { listTables, type Ask } from './backup-tables.js';
import { findBrokenRecords } from './record-continuity.js';
import { readRows, settleWrittenForm } from './table-rows.js';

/** What a backup is made of and where it goes. */
export interface BackupOptions {
  url: string;
  path: string;
  release: string;
  /** Encrypts with AES-256-GCM; null leaves everybody who has the file able to read it. */
  passphrase: string | null;
}

/**
 * Writes everything in the database to one file, as it stands at one moment, while servers go on writing. The file
 * appears under its name when it is complete and on disk, and only its owner may read it.
 * @throws BackupRefused when the file exists or cannot be written, the schema is not ours, or a record is broken.
 */
export async function writeBackup({ url, path, release, passphrase }: BackupOptions): Promise<BackupSummary> {
  if (existsSync(path)) throw nameTaken(path);
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const summary = await withClient(url, async (client) => {
      const ask: Ask = async <Row>(sql: string, values?: unknown[]) =>
        (await client.query(sql, values)).rows as Row[];
      await ask('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await settleWrittenForm(ask);
      const gathered: { summary?: BackupSummary } = {};
      const whole = seal(tellDatabase(ask, release, gathered), passphrase);
      await pipeline(Readable.from(whole), createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
      await ask('COMMIT');
      if (!gathered.summary) throw new Error('The backup ended before its end.');
      return gathered.summary;
    });
    await settle(draft, path);
    return summary;
  } catch (error) {
    throw explain(error, path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function* tellDatabase(
  ask: Ask,
  release: string,
  gathered: { summary?: BackupSummary },
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const say = (line: string): string => {
    hash.update(`${line}\n`);
    return `${line}\n`;
  };
  const mark = (content: BackupMark): string => say(JSON.stringify(content));
  const header = await readHeader(ask, release);
  yield mark(header);
  const tables: TableEnd[] = [];
  for (const table of await listTables(ask)) {
    yield mark({ table: table.name, columns: table.columns.map(({ name }) => name) });
    const ofTable = createHash('sha256');
    let rows = 0;
    for await (const lines of readRows(ask, table)) {
      const text = lines.map((line) => `${line}\n`).join('');
      ofTable.update(text);
      hash.update(text);
      rows += lines.length;
      yield text;
    }
    const end = { tableEnd: table.name, rows, sha256: ofTable.digest('hex') };
    tables.push(end);
    yield mark(end);
  }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  yield mark({ end: true, tables: tables.length, rows, sha256: hash.copy().digest('hex') });
  gathered.summary = { header, tables, rows };
}

async function readHeader(ask: Ask, release: string) {
  const [found] = await ask<{ is: boolean }>(`SELECT to_regclass('migrations') IS NOT NULL AS "is"`);
  if (!found?.is)
    throw new BackupRefused('This database holds nothing of Roundtable yet, so there is nothing to back up.');
  const broken = await findBrokenRecords(ask);
  if (broken.length > 0)
    throw new BackupRefused(
      `No backup was made, because a record has a gap: ${broken[0]}. Keep the database as it is and ask for help.`,
    );
  const migrations = await ask<{ name: string }>('SELECT name FROM migrations ORDER BY timestamp');
  const [version] = await ask<{ version: string }>(`SELECT current_setting('server_version') AS version`);
  return {
    format: 'roundtable-backup' as const,
    version: BACKUP_VERSION,
    release,
    madeAt: new Date().toISOString(),
    postgres: version?.version ?? '',
    migrations: migrations.map(({ name }) => name),
  };
}

/** On disk under its name, or not there at all. */
async function settle(draft: string, path: string): Promise<void> {
  const file = await open(draft, 'r+');
  await file.sync();
  await file.close();
  await takeName(draft, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
}

/** Never in the place of a file that came there meanwhile, which may be another backup. */
async function takeName(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch {
    if (existsSync(path)) throw nameTaken(path);
    // A file system on which a file has one name only.
    await rename(draft, path);
  }
}

function nameTaken(path: string): BackupRefused {
  return new BackupRefused(`${path} exists already: choose another name, or move it away.`);
}

function explain(error: unknown, path: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined || syscall === 'connect') return error;
  return new BackupRefused(
    `${path} cannot be written (${code}): choose a folder with room that this user may write to.`,
  );
}
