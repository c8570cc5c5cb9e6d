import type { Permission } from '@roundtable/contracts';

/** What a handler was called with, before validation: nothing in `payload` may be trusted to have its type. */
export interface AuthorizationContext {
  transport: 'http' | 'socket';
  permission: Permission;
  /** The Express request or the Socket.IO socket; identity reads its own data from it. */
  source: unknown;
  /** The socket payload, or `{...body, ...query, ...params}` of an HTTP request. */
  payload: unknown;
}

/**
 * Decides whether a caller may use a handler that carries `@Requires(...)`. A port: platform asks, identity and
 * meetings answer, and the application wires them together.
 */
export abstract class Authorizer {
  /** @throws DomainError when the caller may not. */
  abstract authorize(context: AuthorizationContext): Promise<void>;
}
