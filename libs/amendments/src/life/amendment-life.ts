import {
  isLeadSponsor,
  LIMITS,
  OPEN_AMENDMENT_STATES,
  OPEN_PROPOSAL_STATES,
  type AmendmentDecision,
  type AmendmentSponsor,
  type AmendmentState,
  type AmendmentView,
  type ProposalRecommendation,
  type ProposalState,
  type ProposalView,
} from '@roundtable/contracts';
import { isSubmitter, type ActingPerson } from '@roundtable/proposals';
import {
  AlreadyPromoted,
  AmendmentBehind,
  AmendmentDecided,
  AmendmentStateForbids,
  AmendmentUnchanged,
  NotLeadSubmitter,
  NotSponsor,
  ProposalNotAmendable,
  SponsorsWrong,
  WordingStale,
} from '../amendments.errors.js';

/** What a decision looks at beside the amendment. */
export interface DecidingContext {
  proposal: ProposalView;
  revision: number;
  reason: string | null;
  by: string;
  at: string;
  /** What the one is called who decided before; null where nobody did. */
  decider: string | null;
}

/** Lets the lead sponsor through, and the staff of the meeting for them. @throws NotSponsor */
export function demandLead(amendment: AmendmentView, person: ActingPerson): void {
  if (!person.isStaff && !isLeadSponsor(amendment, person)) throw new NotSponsor(amendment);
}

/** @throws ProposalNotAmendable once the proposal is being decided, was decided, or was put aside */
export function demandAmendable(proposal: ProposalView): void {
  const open: readonly ProposalState[] = OPEN_PROPOSAL_STATES;
  if (!open.includes(proposal.state)) throw new ProposalNotAmendable(proposal);
}

/** Says whether an amendment may still become part of the text. */
export function isOpen({ state }: Pick<AmendmentView, 'state'>): boolean {
  return (OPEN_AMENDMENT_STATES as readonly AmendmentState[]).includes(state);
}

/**
 * Accepts an amendment as friendly: who submits the proposal takes it over.
 * @throws NotLeadSubmitter, or what `decideAmendment` refuses with
 */
export function acceptFriendly(
  amendment: AmendmentView,
  person: ActingPerson,
  context: DecidingContext,
): AmendmentView {
  if (!isSubmitter(context.proposal, person)) throw new NotLeadSubmitter(amendment.proposal);
  return decideAmendment(amendment, { result: 'accepted', friendly: true }, context);
}

/**
 * Accepts or rejects an amendment; deliberation 5(d).
 * @throws AmendmentDecided with the first decision, ProposalNotAmendable, AmendmentBehind, AmendmentStateForbids or WordingStale
 */
export function decideAmendment(
  amendment: AmendmentView,
  { result, friendly }: Pick<AmendmentDecision, 'result' | 'friendly'>,
  { proposal, revision, reason, by, at, decider }: DecidingContext,
): AmendmentView {
  if (['accepted', 'rejected', 'merged'].includes(amendment.state))
    throw new AmendmentDecided(amendment, decider);
  demandAmendable(proposal);
  demandOnText(amendment);
  if (amendment.state !== 'tabled') throw new AmendmentStateForbids(amendment, 'decided');
  demandWording(amendment, revision);
  return { ...amendment, state: result, decision: { result, friendly, by, at, reason }, changedAt: at };
}

/** @throws NotSponsor or AmendmentStateForbids */
export function withdrawAmendment(amendment: AmendmentView, person: ActingPerson, at: string): AmendmentView {
  demandLead(amendment, person);
  if (!['tabled', 'needs_rebase', 'rejected'].includes(amendment.state) || amendment.promotedTo !== null)
    throw new AmendmentStateForbids(amendment, 'withdrawn');
  return { ...amendment, state: 'withdrawn', needs: null, changedAt: at };
}

/** Adds a sponsor or lets one go. @throws AmendmentStateForbids, AmendmentUnchanged or SponsorsWrong */
export function changeSponsors(
  amendment: AmendmentView,
  { sponsor, joins }: { sponsor: AmendmentSponsor; joins: boolean },
  at: string,
): AmendmentView {
  if (!['tabled', 'needs_rebase'].includes(amendment.state))
    throw new AmendmentStateForbids(amendment, 'sponsored');
  const others = amendment.sponsors.filter(({ kind, id }) => kind !== sponsor.kind || id !== sponsor.id);
  const isThere = others.length < amendment.sponsors.length;
  if (joins === isThere)
    throw new AmendmentUnchanged(joins ? 'You sponsor this already.' : 'You do not sponsor this.');
  if (!joins && others.length === 0) throw new SponsorsWrong('none');
  if (joins && others.length >= LIMITS.amendmentSponsors) throw new SponsorsWrong('too_many');
  return { ...amendment, sponsors: joins ? [...others, sponsor] : others, changedAt: at };
}

/** Advises on an amendment, or takes the advice back. @throws AmendmentStateForbids or AmendmentUnchanged */
export function recommendOn(
  amendment: AmendmentView,
  recommendation: ProposalRecommendation | null,
  at: string,
): AmendmentView {
  if (!['tabled', 'needs_rebase'].includes(amendment.state))
    throw new AmendmentStateForbids(amendment, 'advised on');
  const { advice = null, reason = null } = amendment.recommendation ?? {};
  if (advice === (recommendation?.advice ?? null) && reason === (recommendation?.reason ?? null))
    throw new AmendmentUnchanged('The recommendation already reads so.');
  return { ...amendment, recommendation, changedAt: at };
}

/** @throws NotSponsor, AmendmentStateForbids, AlreadyPromoted or WordingStale */
export function demandPromotable(amendment: AmendmentView, person: ActingPerson, revision: number): void {
  demandLead(amendment, person);
  if (amendment.state !== 'rejected') throw new AmendmentStateForbids(amendment, 'made a proposal');
  if (amendment.promotedTo !== null) throw new AlreadyPromoted(amendment);
  demandWording(amendment, revision);
}

/** @throws NotSponsor, ProposalNotAmendable, AmendmentStateForbids or WordingStale */
export function demandRebasable(
  amendment: AmendmentView,
  proposal: ProposalView,
  { person, revision }: { person: ActingPerson; revision: number },
): void {
  demandLead(amendment, person);
  demandAmendable(proposal);
  if (amendment.state !== 'needs_rebase') throw new AmendmentStateForbids(amendment, 'brought up to date');
  demandWording(amendment, revision);
}

/** @throws AmendmentBehind or AmendmentStateForbids where it was not accepted */
export function demandMergeable(amendment: AmendmentView): void {
  demandOnText(amendment);
  if (amendment.state !== 'accepted') throw new AmendmentStateForbids(amendment, 'merged');
}

function demandOnText(amendment: AmendmentView): void {
  if (amendment.state === 'needs_rebase') throw new AmendmentBehind(amendment);
}

function demandWording(amendment: AmendmentView, revision: number): void {
  if (amendment.revision !== revision) throw new WordingStale(amendment);
}
