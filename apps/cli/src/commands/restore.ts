import { openDatabase, restoreBackup } from '@roundtable/persistence';
import { loadConfig } from '@roundtable/platform';
import type { Command } from '../arguments.js';
import { readPassphrase } from '../passphrase.js';
import { say } from '../terminal.js';

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
    say(
      `${file}: ${rows} rows of ${tables.length} tables are back as of ${header.madeAt}, compared with the file; ${rooms} records without a gap, each with a new epoch.`,
    );
    if (migrated.length > 0) say(`The data was brought to this version by ${migrated.length} migrations.`);
    say('What was taken away since is valid again: links, logins and roles. Look through them.');
  } finally {
    await database.close();
  }
  return 0;
}
