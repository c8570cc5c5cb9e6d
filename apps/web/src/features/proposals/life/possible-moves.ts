import {
  actorOf,
  PROPOSAL_ACTS,
  PROPOSAL_MOVES,
  type Permission,
  type ProposalAct,
  type ProposalView,
} from '@roundtable/contracts';

/** Who looks at a proposal, as far as its steps ask. */
export interface Mover {
  participant: string | null;
  delegation: string | null;
  may(permission: Permission): boolean;
}

/** The steps that this person may take from where the proposal stands, in the order of its life. */
export function possibleMoves(proposal: ProposalView, mover: Mover): ProposalAct[] {
  return PROPOSAL_ACTS.filter((act) => {
    if (!PROPOSAL_MOVES[act].from.includes(proposal.state)) return false;
    if (act === 'publish' && proposal.life?.publishedAt) return false;
    return isAllowed(proposal, act, mover);
  });
}

/** Whether the person submits the proposal, or speaks for a delegation that does. */
export function isSubmitter({ life }: ProposalView, { participant, delegation }: Mover): boolean {
  return (life?.submitters ?? []).some(
    ({ kind, id }) =>
      id !== null &&
      ((kind === 'person' && id === participant) || (kind === 'delegation' && id === delegation)),
  );
}

/** Whether the person may write its text now: staff while it is open, its submitters until it is admitted. */
export function mayWrite(proposal: ProposalView, mover: Mover): boolean {
  if (mover.may('proposals.capture')) return true;
  const isOwn = proposal.state === 'captured' || proposal.state === 'submitted';
  return isOwn && mover.may('proposals.change') && isSubmitter(proposal, mover);
}

function isAllowed(proposal: ProposalView, act: ProposalAct, mover: Mover): boolean {
  switch (actorOf(act, proposal.state)) {
    case 'conduct':
      return mover.may('proposals.conduct');
    case 'staff':
      return mover.may('proposals.capture');
    case 'submitter':
      return (
        mover.may('proposals.capture') || (mover.may('proposals.change') && isSubmitter(proposal, mover))
      );
  }
}
