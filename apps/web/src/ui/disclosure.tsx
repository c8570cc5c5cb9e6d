import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  isOpenAtFirst?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** Something that may be unfolded. */
export function Disclosure({ summary, children, isOpenAtFirst, onOpenChange }: DisclosureProps) {
  return (
    <details
      className={styles.details}
      open={isOpenAtFirst}
      onToggle={(event) => onOpenChange?.(event.currentTarget.open)}
    >
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
