import type { MarkedWords, SimilarProposal } from '@roundtable/contracts';
import { useSyncExternalStore } from 'react';

/** Words about to be captured, and the proposals that say the same. */
export interface SimilarQuestion {
  sources: MarkedWords[];
  similar: readonly SimilarProposal[];
}

let question: SimilarQuestion | null = null;
const listeners = new Set<() => void>();

/** Asks whether the words belong to a proposal that is there. */
export function askAboutSimilar(asked: SimilarQuestion | null): void {
  question = asked;
  for (const listener of listeners) listener();
}

export function useSimilarQuestion(): SimilarQuestion | null {
  return useSyncExternalStore(subscribe, () => question);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
