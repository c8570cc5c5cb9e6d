import {
  PROPOSAL_ACTS,
  PROPOSAL_MOVES,
  type DecisionView,
  type ProposalAct,
  type ProposalView,
} from '@roundtable/contracts';
import { DomainError } from '@roundtable/platform';

/** What an act is called in a sentence: "It cannot be put to the decision now". */
const PASSIVE: Record<ProposalAct, string> = {
  submit: 'submitted',
  admit: 'admitted',
  not_admit: 'refused admission',
  discuss: 'discussed',
  put: 'put to the decision',
  decide: 'decided',
  withdraw: 'withdrawn',
  merge: 'merged',
  refer: 'referred',
  adjourn: 'adjourned',
  resume: 'resumed',
  reopen: 'reopened',
  publish: 'published',
};

/** Refuses a step that does not lead on from where the proposal stands; names those that do. */
export class MoveNotPossible extends DomainError {
  constructor({ id, state }: ProposalView, act: ProposalAct) {
    const acts = PROPOSAL_ACTS.filter((each) => PROPOSAL_MOVES[each].from.some((from) => from === state));
    const next =
      acts.length > 0 ? `It can be ${acts.map((each) => PASSIVE[each]).join(', ')}.` : 'That is its end.';
    super(
      'proposal_move',
      `This proposal is ${state.replaceAll('_', ' ')} and cannot be ${PASSIVE[act]} now. ${next}`,
      { proposal: id, state, act, acts },
    );
  }
}

/** Refuses to do by hand what a poll under way decides. */
export class PollDecides extends DomainError {
  constructor({ id, state }: ProposalView, poll: number) {
    super('proposal_move', `Poll ${poll} decides this proposal. Publish its result or cancel it first.`, {
      proposal: id,
      state,
      poll,
      acts: [],
    });
  }
}

/** Refuses a second decision, and says what the first was and who took it. */
export class AlreadyDecided extends DomainError {
  constructor({ id, state }: ProposalView, decision: DecisionView, name: string | null) {
    const { result, decidedBy, at, seq } = decision;
    super(
      'proposal_decided',
      `This proposal was ${result.replaceAll('_', ' ')}${name === null ? '' : ` by ${name}`} in entry ${seq}. Nothing was recorded again.`,
      { proposal: id, state, result, decidedBy, name, at, seq },
    );
  }
}

/** Refuses to publish what is published. */
export class AlreadyPublished extends DomainError {
  constructor({ id, state }: ProposalView, publishedAt: string) {
    super('proposal_move', `The decision on this proposal was published already.`, {
      proposal: id,
      state,
      publishedAt,
      acts: [],
    });
  }
}

/** Refuses a step that must be explained. */
export class ReasonRequired extends DomainError {
  constructor(act: ProposalAct) {
    super('reason_required', `Say why the proposal is ${PASSIVE[act]}: the reason stands in the record.`, {
      field: 'reason',
      act,
    });
  }
}

/** Refuses what only the submitters, or staff for them, may do. */
export class NotSubmitter extends DomainError {
  constructor({ id }: Pick<ProposalView, 'id'>) {
    super('not_submitter', 'Only those who submit this proposal, or the staff of the meeting, may do this.', {
      proposal: id,
    });
  }
}

/** Refuses the submitters a change after admission. */
export class ProposalFrozen extends DomainError {
  constructor({ id, state }: Pick<ProposalView, 'id' | 'state'>) {
    super(
      'proposal_frozen',
      `This proposal is ${state.replaceAll('_', ' ')}: its submitters cannot change it any more. Propose an amendment, or ask the rapporteur.`,
      { proposal: id, state },
    );
  }
}

/** Refuses a step to somebody whose role does not take it. */
export class RoleForbids extends DomainError {
  constructor(act: ProposalAct) {
    super(
      'forbidden',
      `Your role in this meeting does not allow that a proposal is ${PASSIVE[act]} by you.`,
      { act },
    );
  }
}

/** Refuses to merge a proposal into itself, or into one that is no longer open. */
export class MergeTargetWrong extends DomainError {
  constructor(target: ProposalView, why: 'itself' | 'state') {
    const words =
      why === 'itself'
        ? 'A proposal cannot be merged into itself.'
        : `Proposal ${target.number} is ${target.state.replaceAll('_', ' ')}: nothing can be merged into it.`;
    super('invalid', words, { field: 'into', proposal: target.id, state: target.state });
  }
}

/** Refuses submitters or references that are not there, or twice the same. */
export class LinkWrong extends DomainError {
  constructor(field: 'submitters' | 'references', why: 'unknown' | 'twice' | 'itself', id: string | null) {
    const words = {
      unknown: 'names somebody or something that is not in this meeting',
      twice: 'names the same twice',
      itself: 'names the proposal itself',
    }[why];
    super('invalid', `The list of ${field} ${words}.`, { field, id });
  }
}
