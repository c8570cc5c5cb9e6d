import { writeFileSync } from 'node:fs';
import { ExportService } from '@roundtable/transcript';
import { isId } from '@roundtable/platform';
import type { Command } from '../arguments.js';
import { CliError } from '../cli-error.js';
import { withContext } from '../context.js';

/** Writes a meeting as Markdown or JSON to a file or the terminal. */
export async function exportMeeting({
  meeting,
  format,
  out,
  language,
}: Extract<Command, { name: 'export' }>): Promise<number> {
  demandId(meeting);
  const { text } = await withContext(({ app }) => {
    const exports = app.get(ExportService);
    return format === 'md'
      ? exports.exportMarkdown(meeting, 'staff', language)
      : exports.exportJson(meeting, 'staff');
  });
  if (out === null) process.stdout.write(text);
  else writeFileSync(out, text);
  return 0;
}

function demandId(word: unknown): asserts word is string {
  if (!isId(word))
    throw new CliError(`"${String(word)}" is not the id of a meeting: "roundtable meetings" lists them.`);
}
