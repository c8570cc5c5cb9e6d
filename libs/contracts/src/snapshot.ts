import type { AmendmentStop, AmendmentView } from './amendments.js';
import type { FloorRequestView } from './floor.js';
import type { FollowUpView } from './follow-up.js';
import type { DelegationView, ItemView, MeetingView, ParticipantView, RoomView } from './meetings.js';
import type { PollView } from './polls.js';
import type { DecisionView, ProposalView } from './proposals.js';
import type { CommuniqueView, SetLineView, SetView } from './publications.js';

/** The room's domain state at `head`, by feature, as one audience may see it. Old snapshot + facts = fresh snapshot. */
export interface RoomSnapshot {
  meetings: {
    meeting: MeetingView;
    room: RoomView;
    /** By precedence, then id. */
    delegations: DelegationView[];
    /** By id. Removed ones stay, marked, since their words stay. */
    participants: ParticipantView[];
    /** By order. */
    items: ItemView[];
  };
  /** Requests that wait or speak, by order then id. */
  floor: { requests: FloorRequestView[] };
  /** By number; decisions by seq. */
  proposals: { proposals: ProposalView[]; decisions: DecisionView[] };
  /** By proposal, then by number; stops by proposal. */
  amendments: { amendments: AmendmentView[]; stops: AmendmentStop[] };
  /** By number. */
  polls: { polls: PollView[] };
  /** Lines in the set's order. */
  publications: { set: SetView | null; lines: SetLineView[]; communique: CommuniqueView | null };
  /** By the proposals' numbers. */
  followUp: { followUps: FollowUpView[] };
}
