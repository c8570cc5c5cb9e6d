import type { AccountView, LoginView } from '@roundtable/contracts';
import type { AccountEntity } from './account.entity.js';
import type { LoginEntity } from './login.entity.js';

/** An account as administrators see it; nothing of the password but whether there is one. */
export function presentAccount(account: AccountEntity): AccountView {
  return {
    id: account.id,
    email: account.email,
    name: account.name,
    role: account.role,
    createdAt: account.createdAt.toISOString(),
    disabledAt: account.disabledAt?.toISOString() ?? null,
    ready: account.passwordHash !== null,
  };
}

/** A login as its owner sees it. */
export function presentLogin(login: LoginEntity, current: string): LoginView {
  return {
    id: login.id,
    current: login.id === current,
    createdAt: login.createdAt.toISOString(),
    lastSeenAt: login.lastSeenAt.toISOString(),
    userAgent: login.userAgent,
  };
}
