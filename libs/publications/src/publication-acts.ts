import { Injectable } from '@nestjs/common';
import type { IntentName, Permission } from '@roundtable/contracts';
import { FeatureActs, RecordService } from '@roundtable/record';

type PublicationIntent = Extract<IntentName, `publications.${string}`>;

/** What each act needs; the gateway asks for the same before it calls. */
export const PERMISSION_OF: Record<PublicationIntent, Permission> = {
  'publications.draft_set': 'publications.draft',
  'publications.arrange_set': 'publications.draft',
  'publications.change_line': 'publications.draft',
  'publications.refresh_line': 'publications.draft',
  'publications.reserve': 'publications.respond',
  'publications.withdraw_reservation': 'publications.respond',
  'publications.adopt_set': 'publications.adopt',
  'publications.draft_communique': 'publications.draft',
  'publications.change_communique': 'publications.draft',
  'publications.resolve_bracket': 'publications.draft',
  'publications.reserve_on_communique': 'publications.respond',
  'publications.withdraw_communique_reservation': 'publications.respond',
  'publications.adopt_communique': 'publications.adopt',
  'publications.circulate': 'publications.adopt',
  'publications.object': 'publications.respond',
};

/** Puts acts on the outcome on the record, each under the room's lock with its permission checked again. */
@Injectable()
export class PublicationActs extends FeatureActs<PublicationIntent> {
  constructor(record: RecordService) {
    super(record, PERMISSION_OF);
  }
}
