import { ProgressBar } from 'react-aria-components';
import { classNames } from './class-names.js';
import styles from './progress.module.css';

export interface ProgressProps {
  label: string;
  /** 0 to 1; without it something is under way for an unknown time. */
  value?: number;
  className?: string;
}

/** A thin line. Appears only after a moment, so that quick answers do not flicker. */
export function Progress({ label, value, className }: ProgressProps) {
  const isIndeterminate = value === undefined;
  return (
    <ProgressBar
      aria-label={label}
      value={isIndeterminate ? undefined : value * 100}
      isIndeterminate={isIndeterminate}
      className={classNames(styles.progress, className)}
    >
      {({ percentage }) => (
        <span
          className={classNames(styles.fill, isIndeterminate && styles.moving)}
          style={isIndeterminate ? undefined : { width: `${percentage}%` }}
        />
      )}
    </ProgressBar>
  );
}
