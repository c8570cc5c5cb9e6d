import type { FactType, PassageKind } from '@roundtable/contracts';

/** Facts that a reader of the transcript meets as events; all others are bookkeeping or belong to a passage. */
const EVENT_TYPES: readonly FactType[] = [
  'meetings.opened',
  'meetings.suspended',
  'meetings.closed',
  'meetings.item_opened',
  'meetings.item_closed',
  'floor.requested',
  'floor.withdrawn',
  'floor.granted',
  'proposals.captured',
  'proposals.withdrawn',
  'proposals.positioned',
  'proposals.position_withdrawn',
  'proposals.decided',
  'proposals.moved',
  'proposals.recommended',
  'amendments.tabled',
  'amendments.recommended',
  'amendments.accepted',
  'amendments.rejected',
  'amendments.withdrawn',
  'amendments.rebased',
  'amendments.merged',
  'amendments.promoted',
  'amendments.regulated',
  'polls.started',
  'polls.published',
  'polls.cancelled',
  'publications.set_drafted',
  'publications.set_reserved',
  'publications.set_adopted',
  'publications.communique_drafted',
  'publications.communique_resolved',
  'publications.communique_circulated',
  'publications.communique_objected',
  'publications.communique_adopted',
  'follow_up.begun',
  'follow_up.changed',
  'follow_up.reported',
  'transcript.imported',
];

/** Says as what a fact stands in the transcript, null for what is not in it. */
export function passageKindOf(type: FactType): PassageKind | null {
  if (type === 'discussion.posted') return 'message';
  if (type === 'discussion.stated') return 'statement';
  return EVENT_TYPES.includes(type) ? 'event' : null;
}

/** Lists the facts that stand in the transcript as one kind of passage, or as any. */
export function typesOfPassages(kind?: PassageKind): FactType[] {
  const types: FactType[] = ['discussion.posted', 'discussion.stated', ...EVENT_TYPES];
  return types.filter((type) => kind === undefined || passageKindOf(type) === kind);
}
