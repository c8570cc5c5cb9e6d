import { LIMITS, type MarkedWords, type SimilarProposal } from '@roundtable/contracts';
import { api } from '../../../app/api.js';

/** Whoever captures does not wait longer than this: then it is made without having looked. */
const patienceMs = 700;

/** Proposals that say what marked words say; none where the server does not answer in time. */
export async function findSimilar(
  meeting: string,
  sources: readonly MarkedWords[],
): Promise<SimilarProposal[]> {
  const words = shortened(sources.map((source) => source.words).join(' '));
  try {
    return await api.get<SimilarProposal[]>(`/meetings/${meeting}/proposals/similar`, {
      query: { words },
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch {
    // Looking is a courtesy; capturing must not fail over it.
    return [];
  }
}

/** Cut between characters: half a surrogate pair has no place in an address. */
function shortened(words: string): string {
  return Array.from(words)
    .slice(0, LIMITS.fieldLength / 2)
    .join('');
}
