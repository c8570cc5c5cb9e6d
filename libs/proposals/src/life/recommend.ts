import type { ProposalRecommendation, ProposalState, ProposalView } from '@roundtable/contracts';
import { ProposalStateForbids } from '../proposals.errors.js';
import { lifeOf, withLife } from './proposal-life.js';

/** States in which advice still helps: nothing is decided yet. */
const ADVISABLE: readonly ProposalState[] = [
  'captured',
  'submitted',
  'admitted',
  'under_discussion',
  'deciding',
  'referred',
  'adjourned',
];

/**
 * Sets the recommendation on a proposal, or takes it back; null where it reads so already. The version stays: advice is
 * no change of what is advised on.
 * @throws ProposalStateForbids once the proposal is decided, merged or withdrawn
 */
export function recommend(
  proposal: ProposalView,
  recommendation: ProposalRecommendation | null,
): ProposalView | null {
  if (!ADVISABLE.includes(proposal.state)) throw new ProposalStateForbids(proposal);
  const before = lifeOf(proposal).recommendation;
  const isSame = before?.advice === recommendation?.advice && before?.reason === recommendation?.reason;
  return isSame ? null : withLife(proposal, { recommendation });
}
