import { AccountsService, SetupService } from '@roundtable/identity';
import type { Command } from '../arguments.js';
import { CliError } from '../cli-error.js';
import { withContext } from '../context.js';
import { say } from '../terminal.js';

/** Prints a one-time set-up link: for the first administrator, or for another one who is named. */
export async function createAdmin({
  email,
  person,
}: Extract<Command, { name: 'create-admin' }>): Promise<number> {
  const link = await withContext(async ({ app }) => {
    if (email !== null)
      return (await app.get(AccountsService).createAdministrator({ email, name: person ?? email })).link;
    return app.get(SetupService).firstAdministratorLink();
  });
  if (link === null)
    throw new CliError(
      'There is an administrator already. To add another: roundtable create-admin E-MAIL "FULL NAME".',
    );
  say('Open this link within seven days; it works once:');
  say(link);
  return 0;
}
