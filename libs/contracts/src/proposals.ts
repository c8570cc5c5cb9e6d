export const PROPOSAL_STATES = [
  'captured',
  'submitted',
  'admitted',
  'under_discussion',
  'deciding',
  'adopted',
  'adopted_as_amended',
  'rejected',
  'not_decided',
  'withdrawn',
  'not_admitted',
  'merged',
  'referred',
  'adjourned',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/**
 * What moves a proposal from one state to the next. `put` puts it to the decision.
 */
export const PROPOSAL_ACTS = [
  'submit',
  'admit',
  'not_admit',
  'discuss',
  'put',
  'decide',
  'withdraw',
  'merge',
  'refer',
  'adjourn',
  'resume',
  'reopen',
  'publish',
] as const;
export type ProposalAct = (typeof PROPOSAL_ACTS)[number];

/** Who may do it: those who submit the proposal (or staff for them), staff, or those who conduct the meeting. */
export type ProposalActor = 'submitter' | 'staff' | 'conduct';

export interface ProposalMove {
  from: readonly ProposalState[];
  /** Null where it depends: on the result, on what the proposal was before, or where the state stays. */
  to: ProposalState | null;
  by: ProposalActor;
  needsReason: boolean;
}

/** States in which nothing is decided and nothing is being decided: the proposal can be changed, merged, put aside. */
export const OPEN_PROPOSAL_STATES = ['captured', 'submitted', 'admitted', 'under_discussion'] as const;
const SET_ASIDE = ['referred', 'adjourned'] as const;
/** Results of a decision; they are states of the same names. */
export const DECISION_RESULTS = ['adopted', 'adopted_as_amended', 'rejected', 'not_decided'] as const;
export type DecisionResult = (typeof DECISION_RESULTS)[number];

/** The life of a proposal. The server decides by it; clients offer by it. */
export const PROPOSAL_MOVES: Readonly<Record<ProposalAct, ProposalMove>> = {
  submit: { from: ['captured'], to: 'submitted', by: 'submitter', needsReason: false },
  admit: { from: ['submitted'], to: 'admitted', by: 'conduct', needsReason: false },
  not_admit: { from: ['submitted'], to: 'not_admitted', by: 'conduct', needsReason: true },
  discuss: { from: ['admitted', 'deciding'], to: 'under_discussion', by: 'conduct', needsReason: false },
  put: { from: ['under_discussion'], to: 'deciding', by: 'conduct', needsReason: false },
  decide: { from: ['under_discussion', 'deciding'], to: null, by: 'conduct', needsReason: false },
  withdraw: {
    from: [...OPEN_PROPOSAL_STATES, ...SET_ASIDE],
    to: 'withdrawn',
    by: 'submitter',
    needsReason: false,
  },
  merge: { from: OPEN_PROPOSAL_STATES, to: 'merged', by: 'staff', needsReason: false },
  refer: { from: OPEN_PROPOSAL_STATES, to: 'referred', by: 'conduct', needsReason: false },
  adjourn: { from: OPEN_PROPOSAL_STATES, to: 'adjourned', by: 'conduct', needsReason: false },
  resume: { from: SET_ASIDE, to: null, by: 'conduct', needsReason: false },
  reopen: { from: ['merged', 'not_admitted', 'not_decided'], to: null, by: 'conduct', needsReason: true },
  publish: { from: DECISION_RESULTS, to: null, by: 'conduct', needsReason: false },
};

/** Says who may take this step from this state. What staff merged, staff may take apart again. */
export function actorOf(act: ProposalAct, from: ProposalState): ProposalActor {
  return act === 'reopen' && from === 'merged' ? 'staff' : PROPOSAL_MOVES[act].by;
}

/** Who submits: a person, a delegation, or the meeting itself (`id` null). */
export interface ProposalSubmitter {
  kind: 'person' | 'delegation' | 'meeting';
  id: string | null;
}
export const RECOMMENDATIONS = ['accept', 'modify', 'reject'] as const;
/** What the rapporteur or the secretariat advises the meeting to do. */
export interface ProposalRecommendation {
  advice: (typeof RECOMMENDATIONS)[number];
  reason: string | null;
  by: string;
  at: string;
}
export const REFERENCE_KINDS = ['see_also', 'builds_on', 'replaces', 'contradicts'] as const;
export interface ProposalReference {
  kind: (typeof REFERENCE_KINDS)[number];
  /** Id of another proposal of the same room. */
  proposal: string;
}
/** What a proposal has beside its words once it is more than captured. */
export interface ProposalLife {
  /** The number given at admission, printed "P-3"; `number` of the proposal stays what its address is made of. */
  admittedAs: number | null;
  /** The first is the submitter, the others co-submitters. */
  submitters: ProposalSubmitter[];
  recommendation: ProposalRecommendation | null;
  references: ProposalReference[];
  /** The proposal it was merged into. */
  mergedInto: string | null;
  /** The body it was referred to. */
  referredTo: string | null;
  /** The state it goes back to when it is resumed or reopened. */
  before: ProposalState | null;
  /** When the decision was made known, apart from when it was taken. */
  publishedAt: string | null;
}

/** Where words of a proposal came from; fixed for good at capture. Offsets are UTF-16 code units of the text as it then stood. */
export interface ProposalSource {
  room: string;
  /** The message or statement. */
  seq: number;
  /** The entry that holds the quoted text: the same, or an edit of it. */
  textSeq: number;
  from: number;
  to: number;
  /** SHA-256 of the words (UTF-8), hex. */
  sha256: string;
  /** The proposal it was a source of before that was merged into this one; absent for its own. */
  via?: string;
}
/** A source with what it renders to now, through the source entry. `words` null where they were removed. */
export interface ProposalSourceView extends ProposalSource {
  words: string | null;
  speaker: string | null;
  /** Delegation the speaker belonged to at capture; fixed for good as well. */
  delegation: string | null;
  at: string;
}
export interface PositionView {
  participant: string;
  /** From -1 (strongly against) to +1 (strongly for). */
  value: number;
  reason: string | null;
  at: string;
}
export interface DecisionView {
  id: string;
  proposal: string | null;
  text: string;
  result: DecisionResult;
  /** Why, where the decision was taken without a poll and a reason was given. */
  reason?: string | null;
  decidedBy: string | null;
  at: string;
  seq: number;
}
/** A proposal whole; facts carry it so and clients replace by id. */
export interface ProposalView {
  id: string;
  number: number;
  title: string;
  /** Markdown. */
  text: string;
  state: ProposalState;
  focusArea: string | null;
  responsible: string | null;
  timeline: string | null;
  version: number;
  capturedBy: string | null;
  capturedAt: string;
  sources: ProposalSourceView[];
  /** By participant; one each, the newest. */
  positions: PositionView[];
  decision: DecisionView | null;
  /** Absent while it is only captured, and in records from before there was more. */
  life?: ProposalLife;
}
/** Data of `proposals.captured`, `proposals.changed` and `proposals.withdrawn`. */
export interface ProposalChanged {
  proposal: ProposalView;
  /** Why it was withdrawn, where a reason was given; only in `proposals.withdrawn`. */
  reason?: string | null;
}
/** Data of `proposals.moved`: it went from one state to the next, or its decision was published. */
export interface ProposalMoved {
  proposal: ProposalView;
  act: ProposalAct;
  from: ProposalState;
  reason: string | null;
}
/** Data of `proposals.sourced`: words were added, or taken out again where a merger was undone. */
export interface ProposalSourced {
  proposal: ProposalView;
  /** The merged or reopened proposal whose words they are; null for words marked now. */
  merged: string | null;
}
/** Data of `proposals.recommended`. */
export interface ProposalRecommended {
  proposal: ProposalView;
}
/** Data of `proposals.positioned`. */
export interface PositionTaken {
  proposal: string;
  position: PositionView;
}
/** Data of `proposals.position_withdrawn`: that person has no position on the proposal any more. */
export interface PositionWithdrawn {
  proposal: string;
  participant: string;
}
/**
 * Data of `proposals.decided`; `proposal` null where nothing was proposed before (imports). The proposal it names gets
 * `decision`, and its result as `state`; nothing else of it changes.
 */
export interface ProposalDecided {
  decision: DecisionView;
}

interface RoomIntent {
  v: number;
  room: string;
  clientId: string;
}
/** One marked passage. `words` must be exactly `text.slice(from, to)` of the entry's newest text. */
export interface MarkedWords {
  seq: number;
  from: number;
  to: number;
  words: string;
}
export interface CaptureProposal extends RoomIntent {
  sources: MarkedWords[];
  /** Defaults to the first words. */
  title?: string | null;
  text?: string | null;
}
export interface ChangeProposal extends RoomIntent {
  proposal: string;
  /** The version the change was made on. */
  version: number;
  title?: string;
  text?: string;
  focusArea?: string | null;
  responsible?: string | null;
  timeline?: string | null;
  /** Replaces them all; only staff may. */
  submitters?: ProposalSubmitter[];
  /** Replaces them all; only staff may. */
  references?: ProposalReference[];
}
/** Adds marked words to a proposal that is there. */
export interface AddSources extends RoomIntent {
  proposal: string;
  sources: MarkedWords[];
}
/** Moves a proposal on in its life. Decisions, mergers and withdrawals are intents of their own. */
export interface MoveProposal extends RoomIntent {
  proposal: string;
  /** The version it was looked at in. */
  version: number;
  act: Exclude<ProposalAct, 'decide' | 'merge' | 'withdraw'>;
  reason?: string | null;
  /** The body it is referred to; with `refer` only. */
  referredTo?: string | null;
}
/** Records what the chair found the meeting to have decided. */
export interface DecideProposal extends RoomIntent {
  proposal: string;
  version: number;
  result: DecisionResult;
  /** The decision in words; the title where left out. */
  text?: string | null;
  reason?: string | null;
}
export interface MergeProposal extends RoomIntent {
  proposal: string;
  version: number;
  /** The proposal that takes its words in. */
  into: string;
  reason?: string | null;
}
export interface RecommendOnProposal extends RoomIntent {
  proposal: string;
  /** Null takes the recommendation back. */
  advice: ProposalRecommendation['advice'] | null;
  reason?: string | null;
}
/** `GET /api/v1/meetings/:meeting/proposals/:number/life`: what became of a proposal, oldest first. */
export interface ProposalStep {
  seq: number;
  at: string;
  actor: string | null;
  kind: 'captured' | 'moved' | 'decided' | 'sourced' | 'recommended';
  /** What was done, where a state changed by an act; null where a poll changed it. */
  act: ProposalAct | null;
  from: ProposalState | null;
  to: ProposalState;
  reason: string | null;
  /** The proposal it was merged into, or whose words came in. */
  other: string | null;
  /** The body it was referred to. */
  referredTo: string | null;
  advice: ProposalRecommendation['advice'] | null;
  /** The number it got, where this admitted it. */
  admittedAs: number | null;
}
/** `GET /api/v1/meetings/:meeting/proposals/similar?words=...`: the most similar first. */
export interface SimilarProposal {
  proposal: string;
  number: number;
  title: string;
  state: ProposalState;
  /** From 0 to 1. */
  score: number;
}
export interface WithdrawProposal extends RoomIntent {
  proposal: string;
  reason?: string | null;
}
/** Takes a position, changes it, or with `value: null` takes it back. */
export interface TakePosition extends RoomIntent {
  proposal: string;
  /** From -1 (strongly against) to +1 (strongly for), in hundredths at most. */
  value: number | null;
  reason?: string | null;
}
