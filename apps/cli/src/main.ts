import 'reflect-metadata';
import { parseCommand, type Command } from './arguments.js';
import { CliError } from './cli-error.js';
import { complain } from './terminal.js';

/** Runs one command line and gives the exit code: 0 done, 1 refused or failed in part, 2 not understood. */
export async function main(words: string[]): Promise<number> {
  try {
    return await run(parseCommand(words));
  } catch (error) {
    complain(await describe(error));
    return error instanceof CliError ? 2 : 1;
  }
}

/** Each command is loaded when it is called: the whole program is a lot to load for a page of help. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case 'help':
      process.stdout.write(command.text);
      return 0;
    case 'create-admin':
      return (await import('./commands/create-admin.js')).createAdmin(command);
    case 'meetings':
      return (await import('./commands/list-meetings.js')).listMeetings();
    case 'import-w3c':
      return (await import('./commands/import-w3c.js')).importW3c(command);
    case 'import-json':
      return (await import('./commands/import-json.js')).importJson(command);
    case 'export':
      return (await import('./commands/export-meeting.js')).exportMeeting(command);
    case 'replay':
      return (await import('./commands/replay.js')).replay(command);
    case 'backup':
      return (await import('./commands/backup.js')).backup(command);
    case 'restore':
      return (await import('./commands/restore.js')).restore(command);
  }
}

/** Words that were not understood are answered without loading the program. */
async function describe(error: unknown): Promise<string> {
  if (error instanceof CliError) return error.message;
  return (await import('./failure-sentence.js')).describeFailure(error);
}
