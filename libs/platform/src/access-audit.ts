import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { ACCESS_RULE, type AccessRule } from './requires.decorator.js';

/** One handler, and what it says about who may call it. */
export interface HandlerAccess {
  handler: string;
  transport: 'http' | 'socket';
  rule: AccessRule;
}

const IS_ROUTE = 'path';
const IS_GATEWAY = 'websockets:is_gateway';
const IS_INTENT = 'websockets:message_mapping';
const GUARDS = '__guards__';

/** Enumerates every socket intent and HTTP route, so that none is open because somebody forgot. */
@Injectable()
export class AccessAudit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws Error naming every handler without @Requires or @Public, and every class without the guard. */
  assertComplete(): HandlerAccess[] {
    const handlers = this.listHandlers();
    const faults = handlers
      .filter((each) => each.rule === undefined || !each.isGuarded)
      .map((each) => each.handler);
    if (faults.length > 0) {
      throw new Error(
        `These handlers would be open or unguarded: ${faults.join(', ')}. Give each @Requires(...) or @Public(), in a class with @RoundtableGateway() or @RoundtableController().`,
      );
    }
    return handlers.flatMap(({ handler, transport, rule }) => (rule ? [{ handler, transport, rule }] : []));
  }

  private listHandlers() {
    const wrappers = [...this.discovery.getControllers(), ...this.discovery.getProviders()];
    return wrappers.flatMap(({ metatype }) =>
      typeof metatype === 'function' ? this.listHandlersOf(metatype) : [],
    );
  }

  private listHandlersOf(type: { name: string; prototype?: unknown }) {
    const isGateway = Reflect.getMetadata(IS_GATEWAY, type) === true;
    if (!isGateway && !Reflect.hasMetadata(IS_ROUTE, type)) return [];
    const prototype = type.prototype;
    if (typeof prototype !== 'object' || prototype === null) return [];
    const guards: unknown = Reflect.getMetadata(GUARDS, type);
    const isGuarded = Array.isArray(guards) && guards.includes(AccessGuard);
    const key = isGateway ? IS_INTENT : IS_ROUTE;
    return this.scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name, method: Reflect.get(prototype, name) as object }))
      .filter(({ method }) => Reflect.hasMetadata(key, method))
      .map(({ name, method }) => ({
        handler: `${type.name}.${name}`,
        transport: isGateway ? ('socket' as const) : ('http' as const),
        rule: readRule(method) ?? readRule(type),
        isGuarded,
      }));
  }
}

function readRule(target: object): AccessRule | undefined {
  return Reflect.getMetadata(ACCESS_RULE, target) as AccessRule | undefined;
}
