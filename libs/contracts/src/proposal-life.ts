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
