import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from '@roundtable/contracts';

/** Metadata key under which a handler says what it requires; read by the guard and by the access audit. */
export const ACCESS_RULE = 'roundtable:access';

/** What a handler says about who may call it. */
export type AccessRule = { kind: 'public' } | { kind: 'requires'; permission: Permission };

/** Lets only callers with `permission` use a handler, socket intent or HTTP route. */
export function Requires(permission: Permission): CustomDecorator {
  return SetMetadata(ACCESS_RULE, { kind: 'requires', permission } satisfies AccessRule);
}

/** Lets everybody use a handler, without a login. */
export function Public(): CustomDecorator {
  return SetMetadata(ACCESS_RULE, { kind: 'public' } satisfies AccessRule);
}
