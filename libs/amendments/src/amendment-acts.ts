import { Injectable } from '@nestjs/common';
import type { IntentName, Permission } from '@roundtable/contracts';
import type { Member } from '@roundtable/platform';
import { RecordService, type Appended, type DecisionContext, type Draft } from '@roundtable/record';

type AmendmentIntent = Extract<IntentName, `amendments.${string}`>;

/** What each act needs; the gateway asks for the same before it calls. */
export const PERMISSION_OF: Record<AmendmentIntent, Permission> = {
  'amendments.table': 'amendments.table',
  'amendments.sponsor': 'amendments.table',
  'amendments.recommend': 'amendments.recommend',
  'amendments.accept': 'amendments.table',
  'amendments.decide': 'amendments.decide',
  'amendments.withdraw': 'amendments.table',
  'amendments.rebase': 'amendments.table',
  'amendments.merge': 'amendments.merge',
  'amendments.promote': 'amendments.table',
  'amendments.regulate': 'amendments.regulate',
};

/** Puts acts on amendments on the record, each under the room's lock with its permission checked again. */
@Injectable()
export class AmendmentActs {
  constructor(private readonly record: RecordService) {}

  append(
    caller: Member,
    name: AmendmentIntent,
    intent: { room: string; clientId: string },
    decide: (context: DecisionContext) => Promise<Draft[]>,
  ): Promise<Appended> {
    const { room, clientId } = intent;
    return this.record.append({
      room,
      caller,
      permission: PERMISSION_OF[name],
      clientId,
      intent: name,
      payload: intent,
      decide,
    });
  }
}
