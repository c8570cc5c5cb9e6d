import type { PositionView, ProposalState, ProposalView } from '@roundtable/contracts';
import { NothingChanged, ProposalStateForbids } from '../proposals.errors.js';

/** States in which a position still says something: nothing is decided yet. */
const OPEN: readonly ProposalState[] = ['captured', 'submitted', 'admitted', 'under_discussion', 'deciding'];

/** What a person now holds of a proposal; null where they hold nothing any more. */
export interface Wish {
  participant: string;
  value: number | null;
  reason: string | null;
  at: string;
}

/**
 * Gives the position that a person takes, or null where they take theirs back.
 * @throws ProposalStateForbids once it is decided or withdrawn; NothingChanged where they hold just that already
 */
export function takePosition(proposal: ProposalView, { value, ...wish }: Wish): PositionView | null {
  if (!OPEN.includes(proposal.state)) throw new ProposalStateForbids(proposal);
  const held = proposal.positions.find(({ participant }) => participant === wish.participant);
  if (value === null) {
    if (!held) throw new NothingChanged(proposal);
    return null;
  }
  if (held?.value === value && held.reason === wish.reason) throw new NothingChanged(proposal);
  return { ...wish, value };
}
