import type { PendingWords } from './record-rows.js';
import { createContext, use } from 'react';

/** What the composer is for now: words of one's own, a change of an entry, or refused words to mend. */
export type Composing =
  { mode: 'post' } | { mode: 'edit'; seq: number } | { mode: 'mend'; item: PendingWords };

/** What entries can ask of the rest of the discussion. */
export interface DiscussionDeeds {
  startReply(seq: number, quote: string | null): void;
  startEdit(seq: number): void;
  startMending(item: PendingWords): void;
  askWithdrawal(seq: number): void;
  showHistory(seq: number): void;
  /** Goes to an entry, leaving a way back. */
  goTo(seq: number): void;
  linkOf(seq: number): string;
}

export const DiscussionContext = createContext<DiscussionDeeds | null>(null);

/** @throws Error outside of a discussion. */
export function useDiscussion(): DiscussionDeeds {
  const deeds = use(DiscussionContext);
  if (!deeds) throw new Error('useDiscussion stands outside of a discussion.');
  return deeds;
}
