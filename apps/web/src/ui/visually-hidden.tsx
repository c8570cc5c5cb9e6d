import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Heard by screen readers, not seen. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
