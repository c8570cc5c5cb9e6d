import { openDatabase, restoreBackup } from '@roundtable/persistence';
import { loadConfig } from '@roundtable/platform';
import type { Command } from '../arguments.js';
import { readPassphrase } from '../passphrase.js';

/** Puts a backup in the place of an empty database; every server must be stopped. */
export async function restore({
  file,
  passphraseFile,
  replace,
}: Extract<Command, { name: 'restore' }>): Promise<number> {
  const passphrase = readPassphrase(passphraseFile);
  const database = await openDatabase(loadConfig(), { mayJoin: false });
  try {
    const done = await restoreBackup({ url: database.url, path: file, passphrase, replace });
    const { header, rows, tables, rooms, migrated } = done;
    process.stdout.write(
      `${file}: ${rows} rows of ${tables.length} tables are back as of ${header.madeAt}, compared with the file; ${rooms} records without a gap, each with a new epoch.\n`,
    );
    if (migrated.length > 0)
      process.stdout.write(`The data was brought to this version by ${migrated.length} migrations.\n`);
    process.stdout.write(
      'What was taken away since is valid again: links, logins and roles. Look through them.\n',
    );
  } finally {
    await database.close();
  }
  return 0;
}
