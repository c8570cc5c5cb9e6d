import {
  PROPOSAL_MOVES,
  type MoveProposal,
  type ProposalAct,
  type ProposalLife,
  type ProposalState,
  type ProposalSubmitter,
  type ProposalView,
} from '@roundtable/contracts';
import { StaleVersion } from '../proposals.errors.js';
import { demandActor, type ActingPerson } from './acting-person.js';
import { AlreadyPublished, MoveNotPossible, ReasonRequired } from './life.errors.js';

const NO_LIFE: ProposalLife = {
  admittedAs: null,
  submitters: [],
  recommendation: null,
  references: [],
  mergedInto: null,
  referredTo: null,
  before: null,
  publishedAt: null,
};

/** What a move knows beside the proposal. */
export interface MoveContext {
  person: ActingPerson;
  /** The number this proposal gets where it is admitted. */
  nextAdmission: number;
  at: string;
}

/** Gives what a proposal has beside its words, empty where it is only captured. */
export function lifeOf({ life }: ProposalView): ProposalLife {
  return life ?? NO_LIFE;
}

/** Gives the proposal with some of that changed. */
export function withLife(proposal: ProposalView, change: Partial<ProposalLife>): ProposalView {
  return { ...proposal, life: { ...lifeOf(proposal), ...change } };
}

/**
 * Takes a proposal one step on; deliberation 5(c). The version goes up, so that of two who move it at once one is shown
 * what the other did.
 * @throws RoleForbids, NotSubmitter, MoveNotPossible, StaleVersion, ReasonRequired or AlreadyPublished
 */
export function moveProposal(
  proposal: ProposalView,
  move: Pick<MoveProposal, 'act' | 'version' | 'reason' | 'referredTo'>,
  context: MoveContext,
): ProposalView {
  const { act, version, reason = null } = move;
  demandMove(proposal, act, { person: context.person, version, reason });
  const life = lifeOf(proposal);
  if (act === 'publish' && life.publishedAt !== null) throw new AlreadyPublished(proposal, life.publishedAt);
  const state = PROPOSAL_MOVES[act].to ?? returnedTo(proposal, act);
  const moved = withLife(proposal, changeOf(proposal, move, context));
  return { ...moved, state, version: proposal.version + 1 };
}

/**
 * Lets a step through that this person may take from where the proposal stands.
 * @throws RoleForbids, NotSubmitter, MoveNotPossible, StaleVersion or ReasonRequired
 */
export function demandMove(
  proposal: ProposalView,
  act: ProposalAct,
  { person, version, reason }: { person: ActingPerson; version?: number; reason: string | null },
): void {
  demandActor(proposal, act, person);
  const { from, needsReason } = PROPOSAL_MOVES[act];
  if (!from.includes(proposal.state)) throw new MoveNotPossible(proposal, act);
  if (version !== undefined && version !== proposal.version) throw new StaleVersion(proposal);
  if (needsReason && reason === null) throw new ReasonRequired(act);
}

function changeOf(
  proposal: ProposalView,
  { act, referredTo = null }: Pick<MoveProposal, 'act' | 'referredTo'>,
  { person, nextAdmission, at }: MoveContext,
): Partial<ProposalLife> {
  const { submitters, admittedAs } = lifeOf(proposal);
  switch (act) {
    case 'submit':
      return { submitters: submitters.length > 0 ? submitters : [submitterFor(person)] };
    case 'admit':
      return { admittedAs: admittedAs ?? nextAdmission };
    case 'refer':
      return { before: proposal.state, referredTo };
    case 'adjourn':
      return { before: proposal.state };
    case 'resume':
      return { before: null, referredTo: null };
    case 'reopen':
      return { before: null, mergedInto: null, publishedAt: null };
    case 'publish':
      return { publishedAt: at };
    case 'not_admit':
    case 'discuss':
    case 'put':
      return {};
  }
}

/** Where nobody was named, what staff submit comes from the meeting itself. */
function submitterFor({ isStaff, participant }: ActingPerson): ProposalSubmitter {
  return isStaff ? { kind: 'meeting', id: null } : { kind: 'person', id: participant };
}

/** The state it goes back to; it stays what it is where only its decision is published. */
function returnedTo(proposal: ProposalView, act: ProposalAct): ProposalState {
  if (act === 'publish') return proposal.state;
  if (proposal.state === 'not_admitted') return 'submitted';
  if (proposal.state === 'not_decided') return 'under_discussion';
  return lifeOf(proposal).before ?? 'captured';
}
