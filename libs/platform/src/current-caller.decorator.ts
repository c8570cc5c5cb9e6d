import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller, Member } from './access.js';
import type { AuthorizationContext } from './authorizer.js';
import { DomainError } from './domain-error.js';
import { noteCaller } from './request-context.js';

/**
 * Callers by the object that stands for one call: the HTTP request, or the payload of an intent. Never the socket,
 * because several intents for several rooms may be under way on one socket.
 */
const callers = new WeakMap<object, Caller>();

/** Remembers who makes a call that was allowed, for the handler's parameters. Called by the Authorizer. */
export function attachCaller(context: Omit<AuthorizationContext, 'permission'>, caller: Caller): void {
  const key = context.transport === 'http' ? context.source : context.payload;
  if (context.transport === 'http') noteCaller(caller);
  if (typeof key === 'object' && key !== null) callers.set(key, caller);
}

/** Hands a handler that carries `@Requires(...)` its caller. @throws DomainError `unauthenticated` elsewhere. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  readCaller(context),
);

/** Hands a handler the caller as somebody in the meeting concerned. @throws DomainError `not_found` for strangers. */
export const CurrentMember = createParamDecorator((_: unknown, context: ExecutionContext): Member => {
  const { principal, membership } = readCaller(context);
  if (!membership) throw new DomainError('not_found', 'There is nothing at this address that you may see.');
  return { principal, membership };
});

function readCaller(context: ExecutionContext): Caller {
  const key: unknown =
    context.getType() === 'ws' ? context.switchToWs().getData() : context.switchToHttp().getRequest();
  const caller = typeof key === 'object' && key !== null ? callers.get(key) : undefined;
  if (!caller) throw new DomainError('unauthenticated', 'You are not signed in.');
  return caller;
}
