import type {
  AmendmentChanged,
  AmendmentRebased,
  AmendmentsCarried,
  AmendmentsMerged,
  AmendmentsRegulated,
} from './amendments.js';
import type {
  MessageEdited,
  MessagePosted,
  MessageReacted,
  MessageWithdrawn,
  StatementMade,
} from './discussion.js';
import type { DocumentVersioned } from './documents.js';
import type { FloorChanged } from './floor.js';
import type { FollowUpBegun, FollowUpChanged, FollowUpReported } from './follow-up.js';
import type { DelegationView, ItemView, MeetingView, ParticipantView } from './meetings.js';
import type { PollChanged } from './polls.js';
import type {
  PositionTaken,
  PositionWithdrawn,
  ProposalChanged,
  ProposalDecided,
  ProposalMoved,
  ProposalRecommended,
  ProposalSourced,
} from './proposals.js';
import type { BracketResolved, CommuniqueChanged, SetChanged } from './publications.js';
import type { ImportNoted } from './transcript.js';

/** Every kind of entry and the shape of its data. A fact about an object carries the object whole. */
export interface FactMap {
  'meetings.scheduled': { meeting: MeetingView };
  'meetings.changed': { meeting: MeetingView };
  'meetings.opened': { meeting: MeetingView };
  'meetings.suspended': { meeting: MeetingView };
  'meetings.closed': { meeting: MeetingView };
  'meetings.delegation_saved': { delegation: DelegationView };
  'meetings.delegation_removed': { delegation: DelegationView };
  'meetings.participant_added': { participant: ParticipantView };
  'meetings.participant_changed': { participant: ParticipantView };
  'meetings.participant_removed': { participant: ParticipantView };
  'meetings.item_saved': { item: ItemView };
  'meetings.item_removed': { item: ItemView };
  'meetings.item_opened': { item: ItemView };
  'meetings.item_closed': { item: ItemView };
  'floor.requested': FloorChanged;
  'floor.withdrawn': FloorChanged;
  'floor.granted': FloorChanged;
  'floor.ended': FloorChanged;
  'discussion.posted': MessagePosted;
  'discussion.stated': StatementMade;
  'discussion.edited': MessageEdited;
  'discussion.withdrawn': MessageWithdrawn;
  'discussion.reacted': MessageReacted;
  'proposals.captured': ProposalChanged;
  'proposals.changed': ProposalChanged;
  'proposals.withdrawn': ProposalChanged;
  'proposals.positioned': PositionTaken;
  'proposals.position_withdrawn': PositionWithdrawn;
  'proposals.decided': ProposalDecided;
  'proposals.moved': ProposalMoved;
  'proposals.sourced': ProposalSourced;
  'proposals.recommended': ProposalRecommended;
  'documents.versioned': DocumentVersioned;
  'amendments.tabled': AmendmentChanged;
  'amendments.sponsored': AmendmentChanged;
  'amendments.recommended': AmendmentChanged;
  'amendments.accepted': AmendmentChanged;
  'amendments.rejected': AmendmentChanged;
  'amendments.withdrawn': AmendmentChanged;
  'amendments.rebased': AmendmentRebased;
  'amendments.merged': AmendmentsMerged;
  'amendments.carried': AmendmentsCarried;
  'amendments.promoted': AmendmentChanged;
  'amendments.regulated': AmendmentsRegulated;
  'polls.created': PollChanged;
  'polls.changed': PollChanged;
  'polls.started': PollChanged;
  'polls.closed': PollChanged;
  'polls.published': PollChanged;
  'polls.cancelled': PollChanged;
  'publications.set_drafted': SetChanged;
  'publications.set_changed': SetChanged;
  'publications.set_reserved': SetChanged;
  'publications.set_adopted': SetChanged;
  'publications.communique_drafted': CommuniqueChanged;
  'publications.communique_changed': CommuniqueChanged;
  'publications.communique_resolved': BracketResolved;
  'publications.communique_reserved': CommuniqueChanged;
  'publications.communique_circulated': CommuniqueChanged;
  'publications.communique_objected': CommuniqueChanged;
  'publications.communique_adopted': CommuniqueChanged;
  'follow_up.begun': FollowUpBegun;
  'follow_up.changed': FollowUpChanged;
  'follow_up.reported': FollowUpReported;
  'follow_up.corrected': FollowUpReported;
  'transcript.imported': ImportNoted;
}

export type FactType = keyof FactMap;
export type Fact<T extends FactType> = FactMap[T];

/** The list for iteration; `satisfies` keeps it complete. */
export const FACT_TYPES = Object.keys({
  'meetings.scheduled': 1,
  'meetings.changed': 1,
  'meetings.opened': 1,
  'meetings.suspended': 1,
  'meetings.closed': 1,
  'meetings.delegation_saved': 1,
  'meetings.delegation_removed': 1,
  'meetings.participant_added': 1,
  'meetings.participant_changed': 1,
  'meetings.participant_removed': 1,
  'meetings.item_saved': 1,
  'meetings.item_removed': 1,
  'meetings.item_opened': 1,
  'meetings.item_closed': 1,
  'floor.requested': 1,
  'floor.withdrawn': 1,
  'floor.granted': 1,
  'floor.ended': 1,
  'discussion.posted': 1,
  'discussion.stated': 1,
  'discussion.edited': 1,
  'discussion.withdrawn': 1,
  'discussion.reacted': 1,
  'proposals.captured': 1,
  'proposals.changed': 1,
  'proposals.withdrawn': 1,
  'proposals.positioned': 1,
  'proposals.position_withdrawn': 1,
  'proposals.decided': 1,
  'proposals.moved': 1,
  'proposals.sourced': 1,
  'proposals.recommended': 1,
  'documents.versioned': 1,
  'amendments.tabled': 1,
  'amendments.sponsored': 1,
  'amendments.recommended': 1,
  'amendments.accepted': 1,
  'amendments.rejected': 1,
  'amendments.withdrawn': 1,
  'amendments.rebased': 1,
  'amendments.merged': 1,
  'amendments.carried': 1,
  'amendments.promoted': 1,
  'amendments.regulated': 1,
  'polls.created': 1,
  'polls.changed': 1,
  'polls.started': 1,
  'polls.closed': 1,
  'polls.published': 1,
  'polls.cancelled': 1,
  'publications.set_drafted': 1,
  'publications.set_changed': 1,
  'publications.set_reserved': 1,
  'publications.set_adopted': 1,
  'publications.communique_drafted': 1,
  'publications.communique_changed': 1,
  'publications.communique_resolved': 1,
  'publications.communique_reserved': 1,
  'publications.communique_circulated': 1,
  'publications.communique_objected': 1,
  'publications.communique_adopted': 1,
  'follow_up.begun': 1,
  'follow_up.changed': 1,
  'follow_up.reported': 1,
  'follow_up.corrected': 1,
  'transcript.imported': 1,
} satisfies Record<FactType, 1>) as FactType[];
