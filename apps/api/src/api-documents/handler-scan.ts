import { Injectable, RequestMethod } from '@nestjs/common';
import {
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { IntentName, Permission } from '@roundtable/contracts';
import { ACCESS_RULE, type AccessRule } from '@roundtable/platform';
import type { DtoClass } from './dto-schemas.js';

/** One HTTP route as the code has it. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI form, e.g. `/api/v1/meetings/{meeting}`. */
  path: string;
  handler: string;
  permission: Permission | null;
  /** Of a success. */
  status: number;
  body: DtoClass | null;
  query: DtoClass | null;
  params: DtoClass | null;
}

/** One socket intent as the code has it. */
export interface ScannedIntent {
  name: IntentName;
  handler: string;
  permission: Permission | null;
  payload: DtoClass | null;
}

const MESSAGE = 'message';
const IS_GATEWAY = 'websockets:is_gateway';
const PARAMETER = { body: 3, query: 4, param: 5 };
const NO_DTOS = ['Object', 'String', 'Number', 'Boolean', 'Array'];
const METHODS: Partial<Record<RequestMethod, Route['method']>> = {
  [RequestMethod.GET]: 'get',
  [RequestMethod.POST]: 'post',
  [RequestMethod.PUT]: 'put',
  [RequestMethod.PATCH]: 'patch',
  [RequestMethod.DELETE]: 'delete',
};

/** Lists every route and intent of the running application from the decorators they carry. */
@Injectable()
export class HandlerScan {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  routes(): Route[] {
    const routes = this.discovery.getControllers().flatMap(({ metatype }) => this.routesOf(metatype));
    return routes.sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
  }

  intents(): ScannedIntent[] {
    const gateways = this.discovery
      .getProviders()
      .filter(
        ({ metatype }) =>
          typeof metatype === 'function' && Reflect.getMetadata(IS_GATEWAY, metatype) === true,
      );
    return gateways
      .flatMap(({ metatype }) => this.intentsOf(metatype as unknown))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private routesOf(type: unknown): Route[] {
    if (!isClass(type)) return [];
    return this.methodsOf(type).flatMap(({ name, method }) => {
      const verb = METHODS[Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod];
      if (verb === undefined) return [];
      const paths = [
        Reflect.getMetadata(PATH_METADATA, type),
        Reflect.getMetadata(PATH_METADATA, method),
      ] as string[];
      return [
        {
          method: verb,
          path: toOpenApiPath(paths),
          handler: `${type.name}.${name}`,
          permission: permissionOf(method, type),
          status:
            (Reflect.getMetadata(HTTP_CODE_METADATA, method) as number | undefined) ??
            (verb === 'post' ? 201 : 200),
          body: dtoOf(type, name, PARAMETER.body),
          query: dtoOf(type, name, PARAMETER.query),
          params: dtoOf(type, name, PARAMETER.param),
        },
      ];
    });
  }

  private intentsOf(type: unknown): ScannedIntent[] {
    if (!isClass(type)) return [];
    return this.methodsOf(type).flatMap(({ name, method }) => {
      const intent = Reflect.getMetadata(MESSAGE, method) as IntentName | undefined;
      if (intent === undefined) return [];
      const types = (Reflect.getMetadata('design:paramtypes', type.prototype, name) ?? []) as DtoClass[];
      const payload = types.find((each) => each.name.endsWith('Dto')) ?? null;
      return [
        { name: intent, handler: `${type.name}.${name}`, permission: permissionOf(method, type), payload },
      ];
    });
  }

  private methodsOf(type: Class): { name: string; method: object }[] {
    return this.scanner
      .getAllMethodNames(type.prototype)
      .map((name) => ({ name, method: Reflect.get(type.prototype, name) as object }));
  }
}

interface Class {
  name: string;
  prototype: object;
}

function isClass(value: unknown): value is Class {
  return typeof value === 'function' && typeof value.prototype === 'object' && value.prototype !== null;
}

function toOpenApiPath(parts: string[]): string {
  const path = parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/');
  return `/${path}`.replace(/:(\w+)/g, '{$1}');
}

function permissionOf(method: object, type: object): Permission | null {
  const rule = (Reflect.getMetadata(ACCESS_RULE, method) ?? Reflect.getMetadata(ACCESS_RULE, type)) as
    AccessRule | undefined;
  return rule?.kind === 'requires' ? rule.permission : null;
}

/** The class of a whole body, query or set of parameters; single named ones have none. */
function dtoOf(type: Class, method: string, kind: number): DtoClass | null {
  const places = (Reflect.getMetadata(ROUTE_ARGS_METADATA, type, method) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', type.prototype, method) ?? []) as DtoClass[];
  const place = Object.entries(places).find(
    ([key, { data }]) => key.startsWith(`${kind}:`) && data === undefined,
  );
  const found = place && types[place[1].index];
  return found && !NO_DTOS.includes(found.name) ? found : null;
}
