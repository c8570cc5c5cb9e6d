import { Injectable } from '@nestjs/common';
import type { IntentName, Permission } from '@roundtable/contracts';
import { FeatureActs, RecordService } from '@roundtable/record';

type FollowUpIntent = Extract<IntentName, `follow_up.${string}`>;

/** What each act needs; the gateway asks for the same before it calls. */
const PERMISSION_OF: Record<FollowUpIntent, Permission> = {
  'follow_up.begin': 'follow_up.plan',
  'follow_up.change': 'follow_up.plan',
  'follow_up.report': 'follow_up.report',
  'follow_up.correct': 'follow_up.report',
};

/** Puts acts of the follow-up on the record, each under the room's lock with its permission checked again. */
@Injectable()
export class FollowUpActs extends FeatureActs<FollowUpIntent> {
  constructor(record: RecordService) {
    super(record, PERMISSION_OF);
  }
}
