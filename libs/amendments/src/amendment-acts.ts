import { Injectable } from '@nestjs/common';
import type { IntentName, Permission } from '@roundtable/contracts';
import { FeatureActs, RecordService } from '@roundtable/record';

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
export class AmendmentActs extends FeatureActs<AmendmentIntent> {
  constructor(record: RecordService) {
    super(record, PERMISSION_OF);
  }
}
