import type { ReactNode } from 'react';
import { classNames } from './class-names.js';
import styles from './badge.module.css';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

export interface BadgeProps {
  tone?: Tone;
  /** A small disc before the words: a state that is live. */
  hasDot?: boolean;
  children: ReactNode;
  className?: string;
}

/** A state or a role in a word or two. */
export function Badge({ tone = 'neutral', hasDot, children, className }: BadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone], hasDot && styles.dotted, className)}>
      {hasDot && <span className={styles.dot} aria-hidden />}
      {children}
    </span>
  );
}
