import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Authorizer, type AuthorizationContext } from './authorizer.js';
import { DomainError } from './domain-error.js';
import { ACCESS_RULE, type AccessRule } from './requires.decorator.js';

interface HttpParts {
  body?: unknown;
  query?: unknown;
  params?: unknown;
}

/** Stands before every handler and denies by default; whether a permission is held is the Authorizer's to say. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authorizer: Authorizer,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new DomainError('forbidden', 'This is closed to everybody.');
    if (rule.kind === 'requires')
      await this.authorizer.authorize({ ...describeCall(context), permission: rule.permission });
    return true;
  }
}

function describeCall(context: ExecutionContext): Omit<AuthorizationContext, 'permission'> {
  if (context.getType() === 'ws') {
    const call = context.switchToWs();
    return { transport: 'socket', source: call.getClient<unknown>(), payload: call.getData<unknown>() };
  }
  const request = context.switchToHttp().getRequest<HttpParts>();
  const payload = { ...asRecord(request.body), ...asRecord(request.query), ...asRecord(request.params) };
  return { transport: 'http', source: request, payload };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
