import type { ProposalView } from '@roundtable/contracts';
import { useRoom } from '../../room/room-context.js';

/** What was adopted, by itself or with its line of the set, by number. */
export function useAdopted(): ProposalView[] {
  const { state } = useRoom();
  const snapshot = state.record?.snapshot;
  if (!snapshot) return [];
  const { set, lines } = snapshot.publications;
  const adopted = new Set(
    lines
      .filter(({ adoption }) => adoption !== null || set?.state === 'adopted')
      .map(({ proposal }) => proposal),
  );
  return snapshot.proposals.proposals.filter(
    ({ id, state: now }) => now === 'adopted' || now === 'adopted_as_amended' || adopted.has(id),
  );
}
