import type { Caller, Policy } from '@roundtable/platform';
import type { Permission } from '@roundtable/contracts';

/** Who may do what in the installation as a whole, by the role of their account. */
export const identityPolicies = {
  'accounts.manage': (caller) => isAdministrator(caller) || 'forbidden',
  'outbox.read': (caller) => isAdministrator(caller) || 'forbidden',
  'meetings.create': (caller) => isOrganiser(caller) || 'forbidden',
  'imports.create': (caller) => isOrganiser(caller) || 'forbidden',
} satisfies Partial<Record<Permission, Policy>>;

/** Permissions of the installation: they need no meeting to be judged in. */
export const INSTALLATION_PERMISSIONS: ReadonlySet<Permission> = new Set(
  Object.keys(identityPolicies) as (keyof typeof identityPolicies)[],
);

function isAdministrator({ principal }: Caller): boolean {
  return principal.account?.role === 'administrator';
}

function isOrganiser(caller: Caller): boolean {
  return isAdministrator(caller) || caller.principal.account?.role === 'organiser';
}
