import {
  actorOf,
  type ProposalAct,
  type ProposalActor,
  type ProposalState,
  type ProposalSubmitter,
  type ProposalView,
} from '@roundtable/contracts';
import { NotSubmitter, ProposalFrozen, RoleForbids } from './life.errors.js';

/** Who acts on a proposal, as far as the rules ask. */
export interface ActingPerson {
  participant: string;
  delegation: string | null;
  isStaff: boolean;
  /** Conducts the meeting: chair, moderator, secretary. */
  conducts: boolean;
}

/** What of a proposal says who may write it. */
export type WrittenProposal = Pick<ProposalView, 'id' | 'state' | 'life'>;

/** States in which those who submit a proposal still write it themselves. */
const OWN_WORDS: readonly ProposalState[] = ['captured', 'submitted'];

/** Says whether the person is among those who submit the proposal, or speaks for a delegation that is. */
export function isSubmitter(proposal: WrittenProposal, { participant, delegation }: ActingPerson): boolean {
  const isOne = ({ kind, id }: ProposalSubmitter) =>
    (kind === 'person' && id === participant) || (kind === 'delegation' && id !== null && id === delegation);
  return proposal.life?.submitters.some(isOne) ?? false;
}

/**
 * Lets through who may take this step.
 * @throws RoleForbids, or NotSubmitter where submitting the proposal would be enough
 */
export function demandActor(proposal: ProposalView, act: ProposalAct, person: ActingPerson): void {
  const wanted = actorOf(act, proposal.state);
  if (isAllowed(proposal, wanted, person)) return;
  if (wanted === 'submitter') throw new NotSubmitter(proposal);
  throw new RoleForbids(act);
}

/**
 * Lets through who may write the text: staff until it is being decided, those who submit it until it is admitted. What
 * state forbids to everybody is not asked here.
 * @throws NotSubmitter or ProposalFrozen
 */
export function demandWriter(proposal: WrittenProposal, person: ActingPerson): void {
  if (person.isStaff) return;
  if (!isSubmitter(proposal, person)) throw new NotSubmitter(proposal);
  if (!OWN_WORDS.includes(proposal.state)) throw new ProposalFrozen(proposal);
}

function isAllowed(proposal: ProposalView, wanted: ProposalActor, person: ActingPerson): boolean {
  switch (wanted) {
    case 'conduct':
      return person.conducts;
    case 'staff':
      return person.isStaff;
    case 'submitter':
      return person.isStaff || isSubmitter(proposal, person);
  }
}
