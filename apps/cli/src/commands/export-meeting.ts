import { AuditLog, UnitOfWork } from '@roundtable/persistence';
import { ExportService } from '@roundtable/transcript';
import { isId } from '@roundtable/platform';
import type { Command } from '../arguments.js';
import { CliError } from '../cli-error.js';
import { withContext, type CliContext } from '../context.js';
import { writeFileOrRefuse } from '../write-file.js';

/** Writes a meeting as Markdown or JSON to a file or the terminal. */
export async function exportMeeting({
  meeting,
  format,
  out,
  language,
}: Extract<Command, { name: 'export' }>): Promise<number> {
  demandId(meeting);
  const { text } = await withContext(async ({ app }) => {
    const exports = app.get(ExportService);
    const file =
      format === 'md'
        ? await exports.exportMarkdown(meeting, 'staff', language)
        : await exports.exportJson(meeting, 'staff');
    await note(app, meeting);
    return file;
  });
  if (out === null) process.stdout.write(text);
  else writeFileOrRefuse(out, text);
  return 0;
}

/** Before the file is written: what cannot be noted is not exported. */
function note(app: CliContext['app'], meeting: string): Promise<void> {
  return app
    .get(UnitOfWork)
    .inTransaction((tx) => app.get(AuditLog).note(tx, { act: 'transcript.exported', meeting }));
}

function demandId(word: unknown): asserts word is string {
  if (!isId(word))
    throw new CliError(`"${String(word)}" is not the id of a meeting: "roundtable meetings" lists them.`);
}
