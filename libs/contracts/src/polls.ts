import type { Ack } from './record.js';

/** How a poll is put and counted. */
export const POLL_METHODS = [
  'sense_check',
  'consent',
  'consensus',
  'yes_no_abstain',
  'single_choice',
  'multiple_choice',
  'ranked_irv',
  'ranked_schulze',
  'score',
  'dot_vote',
  'gradients',
] as const;
export type PollMethod = (typeof POLL_METHODS)[number];

export const POLL_STATES = ['created', 'started', 'closed', 'published', 'cancelled'] as const;
export type PollState = (typeof POLL_STATES)[number];

/** What choosing an option means. Rules follow the meaning, not the words of the option. */
export const OPTION_MEANINGS = ['for', 'abstain', 'against', 'block'] as const;
export type OptionMeaning = (typeof OPTION_MEANINGS)[number];

/** `text` is what the chair wrote, or English words for the options that a method brings; those are translated by `id`. */
export interface PollOption {
  id: string;
  text: string;
  /** Null where the options are alternatives. */
  meaning: OptionMeaning | null;
}

/** An exact part of a whole, such as 2/3: compared as whole numbers, never rounded. At most 1. */
export interface Share {
  numerator: number;
  denominator: number;
}

/** What a percentage is a percentage of. */
export const SHARE_BASES = ['valid', 'cast', 'present', 'entitled'] as const;
export type ShareBase = (typeof SHARE_BASES)[number];
export const SHARE_RELATIONS = ['more_than', 'at_least', 'at_most'] as const;
export type ShareRelation = (typeof SHARE_RELATIONS)[number];

/** A condition on one option, for example: `for` more than 1/2 of the valid votes. All conditions must be met. */
export interface PollThreshold {
  /** Null for whichever option leads; only where the options are alternatives, for else that may be the noes. */
  option: string | null;
  relation: ShareRelation;
  share: Share;
  /** `valid`: not blank; `cast`: all; `present`: there at closing, or cast a ballot and left; `entitled`: everybody. */
  base: ShareBase;
  /** Whether abstentions are in the base; only asked for `valid` and `cast`. */
  countsAbstentions: boolean;
}

export const REASON_RULES = ['none', 'optional', 'required', 'required_to_object'] as const;
export type ReasonRule = (typeof REASON_RULES)[number];
export const POLL_UNITS = ['persons', 'delegations'] as const;
export type PollUnit = (typeof POLL_UNITS)[number];

export interface PollRules {
  /** Who has a vote: each person, or each delegation one, cast by any of its people who do not only serve the meeting. */
  unit: PollUnit;
  /** Ballots are kept apart from names and are never joined again. Fixed from the beginning. */
  isSecret: boolean;
  /** Running results are hidden until the poll is closed; a secret poll's always are. Can be set later, never unset. */
  hidesResults: boolean;
  /** Only who has the room open may cast. */
  requiresPresence: boolean;
  /** Part of the entitled (by weight) that must cast a ballot; null for none. */
  quorum: Share | null;
  thresholds: PollThreshold[];
  reasons: ReasonRule;
  /** Fewest and most options on one ballot, for multiple choice and ranking. */
  minPicks: number;
  maxPicks: number;
  /** The highest score, or how many dots there are to give. */
  points: number;
}

/** One who has a vote: a participant or a delegation. */
export interface ElectorView {
  id: string;
  /** A decimal number with at most six places, such as "1" or "2.5". */
  weight: string;
  /** Elector who holds this one's vote; null where it is cast by itself. */
  proxy: string | null;
}

/** One line of a ballot. In a ranking the order of the lines is the order of preference. */
export interface BallotPick {
  option: string;
  /** For scores and dots; null elsewhere. */
  points: number | null;
}

/** A named ballot as the roll call reads it. */
export interface RollCallEntry {
  elector: string;
  /** Participant who cast it: the elector, somebody of the delegation, or the holder of the proxy. */
  castBy: string;
  /** None for a blank ballot. */
  picks: BallotPick[];
  reason: string | null;
}

/** The electorate as it was when the poll was closed. Who cast is said in named polls only. */
export interface ElectorAtClose extends ElectorView {
  /** There at closing, or represented by somebody who was. */
  wasPresent: boolean;
  hasCast: boolean | null;
}

/** Votes are weights, written as decimal numbers. */
export interface OptionCount {
  option: string;
  /** Votes for the option: ballots that picked it; first preferences in a ranking; points in score and dot votes. */
  votes: string;
  /** How many ballots that were. */
  ballots: number;
}

/** `measured` of `of`, and whether that meets what was asked. */
export interface ShareResult {
  measured: string;
  of: string;
  isMet: boolean;
}
export interface ThresholdResult extends PollThreshold, ShareResult {}

/** One round of an instant runoff: votes of those still in, and who went out. */
export interface RunoffRound {
  counts: OptionCount[];
  exhausted: string;
  eliminated: string[];
  /** Options that shared the last place, where it made no difference which of them went first. */
  tiedLast: string[];
}

/** Votes that prefer `option` to `over`, and the strongest path between them (Schulze). */
export interface PairCount {
  option: string;
  over: string;
  votes: string;
  path: string;
}

/**
 * `carried`: quorum and all thresholds met. `chosen`: one option leads. `tied`: more than one does, and nothing breaks
 * the tie. `reading`: a poll that decides nothing. `too_few`: a secret poll with so few ballots that numbers would name
 * people; none are kept.
 */
export const POLL_VERDICTS = [
  'carried',
  'not_carried',
  'chosen',
  'tied',
  'no_quorum',
  'reading',
  'too_few',
] as const;
export type PollVerdict = (typeof POLL_VERDICTS)[number];

/**
 * What the numbers are taken of, as weights; `people` counts heads (or delegations). `present` counts who cast a ballot
 * and left as well; in a secret poll only where a threshold is taken of those present, since it says something of who cast.
 */
export interface PollNumbers {
  entitled: string;
  present: string;
  cast: string;
  valid: string;
  abstentions: string;
  people: { entitled: number; present: number; cast: number };
}

/** What a count says, running or final. */
export interface PollTally {
  verdict: PollVerdict;
  /** The leading option, or all that lead where they are tied; empty where nobody voted. */
  leaders: string[];
  numbers: PollNumbers;
  counts: OptionCount[];
  quorum: ShareResult | null;
  thresholds: ThresholdResult[];
  rounds: RunoffRound[];
  pairs: PairCount[];
}

/** A result for good, with the electorate of that moment. */
export interface PollOutcome extends PollTally {
  electorate: ElectorAtClose[];
  /** By elector; empty for a secret poll. */
  rollCall: RollCallEntry[];
  /** Of a secret poll, sorted: who finds their own here knows that a ballot of theirs was counted, and nothing else. */
  receipts: string[];
}

/** A poll whole; facts carry it so and clients replace by id. */
export interface PollView {
  id: string;
  number: number;
  title: string;
  /** Markdown. */
  text: string | null;
  proposal: string | null;
  /** True where its verdict decides the proposal. */
  isDecisive: boolean;
  /** Where it is decisive: what the proposal was before the poll started. */
  proposalState: string | null;
  method: PollMethod;
  options: PollOption[];
  rules: PollRules;
  state: PollState;
  /** Of the moment it was created, until the start fixes it. By id. */
  electors: ElectorView[];
  /** Null until closed, and until published for all but staff. */
  outcome: PollOutcome | null;
  createdBy: string | null;
  createdAt: string;
  startedAt: string | null;
  closedAt: string | null;
  publishedAt: string | null;
}

/** Data of every fact about polls. */
export interface PollChanged {
  poll: PollView;
  /** Why it was cancelled; only in `polls.cancelled`. */
  reason?: string | null;
}

/** `GET /api/v1/rooms/:room/polls/:poll/progress`: how voting goes, as far as this reader may see it. */
export interface PollProgress {
  poll: string;
  state: PollState;
  /** Ballots cast; null where that is not told: to members of a secret poll, and to staff before three. */
  turnout: number | null;
  entitled: number;
  present: number;
  /** Null where results are hidden. */
  tally: PollTally | null;
  /** Ballots so far, by elector; null where results are hidden. */
  ballots: RollCallEntry[] | null;
  /** The votes that the caller may cast; empty for everybody else. */
  own: OwnVote[];
}
/** A vote that the caller may cast, and what became of it. */
export interface OwnVote {
  elector: string;
  hasCast: boolean;
  /** The ballot as it stands, in named polls. */
  ballot: RollCallEntry | null;
}

interface RoomIntent {
  v: number;
  room: string;
  clientId: string;
}
export interface CreatePoll extends RoomIntent {
  title: string;
  text?: string | null;
  proposal?: string | null;
  isDecisive?: boolean;
  method: PollMethod;
  /** Texts, for the methods that do not bring their own options. */
  options?: string[];
  rules: PollRules;
  /** Participants or delegations; everybody who has a vote where left out. */
  electors?: string[] | null;
  weights?: { elector: string; weight: string }[];
  proxies?: { from: string; to: string }[];
}
export interface PollAct extends RoomIntent {
  poll: string;
}
export interface CastBallot extends RoomIntent {
  poll: string;
  /** Whose vote it is; one's own where left out. */
  elector?: string | null;
  picks: BallotPick[];
  reason?: string | null;
}
/** `polls.cast`: no entry is made; `seq` is the head of the record. */
export interface CastAnswer extends Ack {
  /** Proves that a ballot was counted, not which. */
  receipt: string;
}
export interface ClosePoll extends PollAct {
  /** Publishes the result at once. */
  isPublished?: boolean;
  /** Electors who are there without having the room open, as the chair sees. */
  present?: string[];
}
export interface CancelPoll extends PollAct {
  reason?: string | null;
}
