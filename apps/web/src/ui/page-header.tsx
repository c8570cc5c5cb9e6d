import type { ReactNode } from 'react';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  title: ReactNode;
  /** A quiet line above the title. */
  kicker?: ReactNode;
  /** A quiet line below it. */
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The head of a screen: what it is, and what can be done with it. */
export function PageHeader({ title, kicker, meta, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {kicker && <p className={styles.kicker}>{kicker}</p>}
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        {meta && <div className={styles.meta}>{meta}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
