import type { ChangeProposal, ProposalState, ProposalView } from '@roundtable/contracts';
import { NothingChanged, ProposalStateForbids, StaleVersion } from './proposals.errors.js';

const FIELDS = ['title', 'text', 'focusArea', 'responsible', 'timeline'] as const;

type Changes = Pick<ChangeProposal, 'version' | (typeof FIELDS)[number]>;

/** States in which nothing is decided and nothing is being decided. */
const CHANGEABLE: readonly ProposalState[] = ['captured', 'submitted', 'admitted', 'under_discussion'];

/**
 * Applies what was changed on the version given. Sources stay as they are, for good.
 * @throws ProposalStateForbids, StaleVersion (with the current one) or NothingChanged
 */
export function changeProposal(proposal: ProposalView, changes: Changes): ProposalView {
  demandChangeable(proposal);
  if (changes.version !== proposal.version) throw new StaleVersion(proposal);
  const changed = FIELDS.filter(
    (field) => changes[field] !== undefined && changes[field] !== proposal[field],
  );
  if (changed.length === 0) throw new NothingChanged(proposal);
  const values = Object.fromEntries(changed.map((field) => [field, changes[field]]));
  return { ...proposal, ...values, version: proposal.version + 1 };
}

/** Takes a proposal back; its number stays used. @throws ProposalStateForbids */
export function withdrawProposal(proposal: ProposalView): ProposalView {
  demandChangeable(proposal);
  return { ...proposal, state: 'withdrawn', version: proposal.version + 1 };
}

function demandChangeable(proposal: ProposalView): void {
  if (!CHANGEABLE.includes(proposal.state)) throw new ProposalStateForbids(proposal);
}
