import type { IntentName, Permission } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import type { Appended, DecisionContext, Draft } from './append-command.js';
import type { RecordService } from './record.service.js';

/** Puts the acts of one feature on the record, each under the room's lock with its permission checked again. */
export abstract class FeatureActs<Name extends IntentName> {
  /** @param permissionOf What each act needs; the feature's gateway asks for the same before it calls. */
  protected constructor(
    private readonly record: RecordService,
    private readonly permissionOf: Record<Name, Permission>,
  ) {}

  append(
    caller: Member,
    intent: Name,
    payload: { room: string; clientId: string },
    decide: (context: DecisionContext) => Promise<Draft[]>,
  ): Promise<Appended> {
    const { room, clientId } = payload;
    const permission = this.permissionOf[intent];
    return this.record.append({ room, caller, permission, clientId, intent, payload, decide });
  }
}
