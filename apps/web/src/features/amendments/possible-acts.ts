import {
  isLeadSponsor,
  OPEN_PROPOSAL_STATES,
  type AmendmentSponsor,
  type AmendmentView,
  type ProposalView,
} from '@roundtable/contracts';
import { isSubmitter, type Mover } from '../proposals/life/possible-moves.js';

/** What can be done with an amendment, in the order in which it is offered. */
export const AMENDMENT_ACTS = [
  'befriend',
  'accept',
  'reject',
  'rebase',
  'promote',
  'recommend',
  'join',
  'join_delegation',
  'leave',
  'leave_delegation',
  'withdraw',
] as const;
export type AmendmentAct = (typeof AMENDMENT_ACTS)[number];

/** The acts that this person may do on an amendment as it stands. The server decides; this only offers. */
export function possibleActs(amendment: AmendmentView, proposal: ProposalView, mover: Mover): AmendmentAct[] {
  return AMENDMENT_ACTS.filter((act) => isPossible(act, amendment, proposal, mover));
}

function isPossible(
  act: AmendmentAct,
  amendment: AmendmentView,
  proposal: ProposalView,
  mover: Mover,
): boolean {
  const { state, sponsors, promotedTo } = amendment;
  const isOnTable = state === 'tabled' || state === 'needs_rebase';
  const isAmendable = (OPEN_PROPOSAL_STATES as readonly string[]).includes(proposal.state);
  const may = mayTable(mover);
  // One sponsor speaks for all of them; staff act for that one, as they do for those who submit.
  const isLead = may && (isLeadSponsor(amendment, mover) || maySpeakForAll(mover));
  const has = (kind: AmendmentSponsor['kind'], id: string | null) =>
    sponsors.some((sponsor) => sponsor.kind === kind && sponsor.id === id);
  const mayLeave = isOnTable && may && sponsors.length > 1;
  switch (act) {
    case 'befriend':
      return state === 'tabled' && isAmendable && may && isSubmitter(proposal, mover);
    case 'accept':
    case 'reject':
      return state === 'tabled' && isAmendable && mover.may('amendments.decide');
    case 'rebase':
      return state === 'needs_rebase' && isAmendable && isLead;
    case 'promote':
      return state === 'rejected' && isLead && promotedTo === null;
    case 'recommend':
      return isOnTable && mover.may('amendments.recommend');
    case 'withdraw':
      return (isOnTable || state === 'rejected') && isLead && promotedTo === null;
    case 'join':
      return isOnTable && may && !has('person', mover.participant);
    case 'join_delegation':
      return isOnTable && may && mover.delegation !== null && !has('delegation', mover.delegation);
    case 'leave':
      return mayLeave && has('person', mover.participant);
    case 'leave_delegation':
      return mayLeave && has('delegation', mover.delegation);
  }
}

/** Whether the person may propose amendments. */
export function mayTable(mover: Mover): boolean {
  return mover.may('amendments.table');
}

/** Whether the person may name anybody as a sponsor, as staff enter what is handed to them. */
export function maySpeakForAll(mover: Mover): boolean {
  return mayMerge(mover);
}

/** Whether the person may make accepted amendments part of the text. */
export function mayMerge(mover: Mover): boolean {
  return mover.may('amendments.merge');
}

/** Whether the person may stop new amendments. */
export function mayRegulate(mover: Mover): boolean {
  return mover.may('amendments.regulate');
}
