import { JsonImportService } from '@roundtable/transcript';
import type { Command } from '../arguments.js';
import { withContext } from '../context.js';
import { findImporter } from '../importer.js';
import { readFileOrRefuse } from '../read-file.js';
import { say } from '../terminal.js';

/** Imports exported meetings, ids kept; the first that is refused stops the command. */
export async function importJson({
  files,
  account,
}: Extract<Command, { name: 'import-json' }>): Promise<number> {
  await withContext(async ({ app }) => {
    const importer = await findImporter(app, account);
    for (const file of files) {
      const imported = await app.get(JsonImportService).import(readFileOrRefuse(file), importer);
      say(`${file}: became meeting ${imported.meeting} (${imported.entries} entries)`);
      if (imported.link !== null) say(`  read it here: ${imported.link}`);
    }
  });
  return 0;
}
