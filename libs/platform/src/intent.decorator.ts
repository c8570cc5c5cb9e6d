import { SubscribeMessage } from '@nestjs/websockets';
import type { IntentName } from '@roundtable/contracts';

/** Makes a gateway's method the handler of one intent of the contract. */
export function Intent(name: IntentName): MethodDecorator {
  return SubscribeMessage(name);
}
