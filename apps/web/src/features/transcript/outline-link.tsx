import type { ReactNode } from 'react';
import { useTranscript } from './transcript-context.js';
import styles from './outline-panel.module.css';

interface OutlineLinkProps {
  /** The entry to go to; null where there is none yet. */
  seq?: number | null;
  /** Or the proposal to show. */
  proposal?: number;
  isCurrent?: boolean;
  children: ReactNode;
}

/** A line of the contents. */
export function OutlineLink({ seq, proposal, isCurrent, children }: OutlineLinkProps) {
  const { deeds } = useTranscript();
  if (!seq && proposal === undefined) return <span className={styles.idle}>{children}</span>;
  return (
    <button
      type="button"
      className={styles.link}
      aria-current={isCurrent ? 'location' : undefined}
      onClick={() => (seq ? deeds?.jump(seq) : deeds?.showProposal(proposal ?? 0))}
    >
      {children}
    </button>
  );
}
