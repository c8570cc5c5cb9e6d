import type {
  DecisionResult,
  ProposalAct,
  ProposalLife,
  ProposalRecommendation,
  ProposalReference,
  ProposalState,
  ProposalSubmitter,
} from './proposal-life.js';

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
