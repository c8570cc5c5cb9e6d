import {
  LIMITS,
  OPEN_PROPOSAL_STATES,
  type ProposalSourceView,
  type ProposalState,
  type ProposalView,
} from '@roundtable/contracts';
import { NothingChanged, ProposalStateForbids, TooManySources } from './proposals.errors.js';

const OPEN: readonly ProposalState[] = OPEN_PROPOSAL_STATES;

/**
 * Adds sources to those a proposal has; the text is left to those who write.
 * @throws ProposalStateForbids, NothingChanged where it has them all, or TooManySources
 */
export function addSources(proposal: ProposalView, added: readonly ProposalSourceView[]): ProposalView {
  if (!OPEN.includes(proposal.state)) throw new ProposalStateForbids(proposal);
  const sources = [...proposal.sources];
  for (const source of added) if (!sources.some((one) => isSamePlace(one, source))) sources.push(source);
  if (sources.length === proposal.sources.length) throw new NothingChanged(proposal);
  if (sources.length > LIMITS.proposalSources) throw new TooManySources();
  return { ...proposal, sources, version: proposal.version + 1 };
}

/** Says whether two sources are the same words of the same entry. */
export function isSamePlace(one: ProposalSourceView, other: ProposalSourceView): boolean {
  return one.room === other.room && one.seq === other.seq && one.from === other.from && one.to === other.to;
}
