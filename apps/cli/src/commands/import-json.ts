import { JsonImportService } from '@roundtable/transcript';
import { withContext } from '../context.js';
import { readFileOrRefuse } from '../read-file.js';

/** Imports exported meetings, ids kept; the first that is refused stops the command. */
export async function importJson({ files }: { files: string[] }): Promise<number> {
  await withContext(async ({ app }) => {
    for (const file of files) {
      const { meeting, entries } = await app.get(JsonImportService).import(readFileOrRefuse(file), null);
      process.stdout.write(`${file}: became meeting ${meeting} (${entries} entries)\n`);
    }
  });
  return 0;
}
