import type { InstallationRole, Role } from './access.js';

export interface AccountView {
  id: string;
  email: string;
  name: string;
  role: InstallationRole | null;
  createdAt: string;
  disabledAt: string | null;
  /** False until a password was chosen through the set-up link. */
  ready: boolean;
}

/** `GET /api/v1/me`: who this browser is; `login` null when nobody. */
export interface MeView {
  login: { id: string; kind: 'account' | 'invitation'; createdAt: string; expiresAt: string } | null;
  account: { id: string; email: string; name: string; role: InstallationRole | null } | null;
  /** The meeting and person of an invitation login. */
  participant: { id: string; meeting: string; name: string; roles: Role[] } | null;
  /** True where mail is not configured and this caller may read the outbox page. */
  outbox: boolean;
}

/** `GET /api/v1/logins`: the caller's own sign-ins. */
export interface LoginView {
  id: string;
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  userAgent: string | null;
}

export interface PasswordLogin {
  email: string;
  password: string;
}
/** `GET /api/v1/setup/:token`. */
export interface SetupView {
  purpose: 'first_administrator' | 'account';
  email: string | null;
  name: string | null;
}
export interface SetupRequest {
  name: string;
  email: string;
  password: string;
}
export interface CreateAccount {
  email: string;
  name: string;
  role: InstallationRole | null;
}
export interface ChangeAccount {
  role?: InstallationRole | null;
  disabled?: boolean;
}
export interface ChangePassword {
  current: string;
  next: string;
}
/** Answer to creating an account or asking for a new link: the one-time link, shown once. */
export interface AccountSetupLink {
  account: AccountView;
  link: string;
}
/** `POST /api/v1/join/resend`: always answered alike, whoever asks. */
export interface ResendRequest {
  email: string;
}
