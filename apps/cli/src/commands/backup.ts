import { openDatabase, writeBackup } from '@roundtable/persistence';
import { loadConfig } from '@roundtable/platform';
import type { Command } from '../arguments.js';
import { readPassphrase } from '../passphrase.js';
import { RELEASE } from '../release.js';
import { say } from '../terminal.js';

/** Writes one file with everything in the database, beside a running server or without one. */
export async function backup({
  file,
  passphraseFile,
}: Extract<Command, { name: 'backup' }>): Promise<number> {
  const passphrase = readPassphrase(passphraseFile);
  const database = await openDatabase(loadConfig(), { mayJoin: true });
  try {
    const { rows, tables } = await writeBackup({
      url: database.url,
      path: file,
      release: RELEASE,
      passphrase,
    });
    say(`${file}: ${rows} rows of ${tables.length} tables.`);
  } finally {
    await database.close();
  }
  if (passphrase === null) say('It is not encrypted: whoever has the file can read everything in it.');
  say('The secret that signs personal links is not in it: keep that too.');
  return 0;
}
