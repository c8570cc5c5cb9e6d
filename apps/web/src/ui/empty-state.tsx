import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  title: string;
  /** Level of the heading; 1 where it is the whole screen. */
  level?: 1 | 2 | 3;
  children?: ReactNode;
  action?: ReactNode;
}

/** Says why there is nothing to see, and what to do. */
export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.empty}>
      <Heading className={level === 1 ? undefined : styles.title}>{title}</Heading>
      {children && <div className={styles.words}>{children}</div>}
      {action}
    </div>
  );
}
