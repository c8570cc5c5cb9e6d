import 'reflect-metadata';
import { DomainError, StartRefused } from '@roundtable/platform';
import { parseCommand, type Command } from './arguments.js';
import { CliError } from './cli-error.js';
import { createAdmin } from './commands/create-admin.js';
import { exportMeeting } from './commands/export-meeting.js';
import { importJson } from './commands/import-json.js';
import { importW3c } from './commands/import-w3c.js';
import { listMeetings } from './commands/list-meetings.js';
import { replay } from './commands/replay.js';
import { USAGE } from './usage.js';

/** Runs one command line and gives the exit code: 0 done, 1 refused or failed in part, 2 not understood. */
export async function main(words: string[]): Promise<number> {
  try {
    return await run(parseCommand(words));
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    return error instanceof CliError ? 2 : 1;
  }
}

function run(command: Command): Promise<number> | number {
  switch (command.name) {
    case 'help':
      process.stdout.write(USAGE);
      return 0;
    case 'create-admin':
      return createAdmin(command);
    case 'meetings':
      return listMeetings();
    case 'import-w3c':
      return importW3c(command);
    case 'import-json':
      return importJson(command);
    case 'export':
      return exportMeeting(command);
    case 'replay':
      return replay(command);
  }
}

/** What a person can act on is one sentence; anything else is a fault of ours and keeps its stack. */
function describe(error: unknown): string {
  if (error instanceof CliError || error instanceof StartRefused || error instanceof DomainError)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
