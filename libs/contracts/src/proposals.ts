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
  result: 'adopted' | 'rejected' | 'not_decided';
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
}
/** Data of `proposals.captured`, `proposals.changed` and `proposals.withdrawn`. */
export interface ProposalChanged {
  proposal: ProposalView;
  /** Why it was withdrawn, where a reason was given; only in `proposals.withdrawn`. */
  reason?: string | null;
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
