import { LIMITS, OPEN_PROPOSAL_STATES, type ProposalState, type ProposalView } from '@roundtable/contracts';
import { isSamePlace } from '../add-sources.js';
import { TooManySources } from '../proposals.errors.js';
import type { ActingPerson } from './acting-person.js';
import { MergeTargetWrong } from './life.errors.js';
import { demandMove, withLife } from './proposal-life.js';

const OPEN: readonly ProposalState[] = OPEN_PROPOSAL_STATES;

/** Both sides of a merger. */
export interface Merger {
  merged: ProposalView;
  into: ProposalView;
}

/**
 * Merges a proposal into another: it ends there, and the other takes its sources in, marked with where they came from.
 * Texts are left to those who write.
 * @throws RoleForbids, MergeTargetWrong, MoveNotPossible, StaleVersion or TooManySources
 */
export function mergeProposals(
  proposal: ProposalView,
  into: ProposalView,
  { person, version, reason }: { person: ActingPerson; version: number; reason: string | null },
): Merger {
  demandMove(proposal, 'merge', { person, version, reason });
  if (into.id === proposal.id) throw new MergeTargetWrong(into, 'itself');
  if (!OPEN.includes(into.state)) throw new MergeTargetWrong(into, 'state');
  const brought = proposal.sources
    .filter((source) => !into.sources.some((one) => isSamePlace(one, source)))
    .map((source) => ({ ...source, via: proposal.id }));
  const sources = [...into.sources, ...brought];
  if (sources.length > LIMITS.proposalSources) throw new TooManySources();
  const ended = withLife(proposal, { before: proposal.state, mergedInto: into.id });
  return {
    merged: { ...ended, state: 'merged', version: proposal.version + 1 },
    into: { ...into, sources, version: into.version + 1 },
  };
}

/**
 * Takes out of a proposal what came with another one that is reopened; null where nothing did. What is being decided, was
 * decided or was put aside keeps the words it rests on: both have them then.
 */
export function giveBack(into: ProposalView, merged: string): ProposalView | null {
  if (!OPEN.includes(into.state)) return null;
  const sources = into.sources.filter(({ via }) => via !== merged);
  if (sources.length === into.sources.length) return null;
  return { ...into, sources, version: into.version + 1 };
}
