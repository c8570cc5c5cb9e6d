import type { RoomSnapshot } from '@roundtable/contracts';
import { NotAdopted, ProposalMissing } from './follow-up.errors.js';

/** What was adopted, as it then stood. */
export interface Adopted {
  proposal: string;
  number: number;
  title: string;
  line: string | null;
}

/**
 * Finds what the meeting adopted of a proposal: its line, where that was adopted alone or with the set, else the
 * proposal itself.
 * @throws ProposalMissing or NotAdopted
 */
export function findAdopted(
  { proposals, publications }: Pick<RoomSnapshot, 'proposals' | 'publications'>,
  id: string,
): Adopted {
  const proposal = proposals.proposals.find((each) => each.id === id);
  if (!proposal) throw new ProposalMissing(id);
  const { number } = proposal;
  const line = publications.lines.find((each) => each.proposal === id);
  if (line && (line.adoption !== null || publications.set?.state === 'adopted'))
    return { proposal: id, number, title: line.title, line: line.id };
  if (proposal.state !== 'adopted' && proposal.state !== 'adopted_as_amended') throw new NotAdopted(id);
  return { proposal: id, number, title: proposal.title, line: null };
}
