import type { AccountView } from '@roundtable/contracts';
import { AccountsService } from '@roundtable/identity';
import { CliError } from './cli-error.js';
import type { CliContext } from './context.js';

/** Who will find the meetings in their list: the named account, else the first administrator, else nobody yet. */
export async function findImporter(
  app: CliContext['app'],
  email: string | null,
): Promise<AccountView | null> {
  const accounts = await app.get(AccountsService).list();
  if (email === null) return accounts.find(({ role }) => role === 'administrator') ?? null;
  const named = accounts.find((each) => each.email.toLowerCase() === email.toLowerCase());
  if (!named)
    throw new CliError(`There is no account with the address ${email}: "roundtable create-admin" makes one.`);
  return named;
}
