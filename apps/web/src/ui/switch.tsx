import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaProps } from 'react-aria-components';
import { classNames } from './class-names.js';
import styles from './choice.module.css';

export interface SwitchProps extends Omit<AriaProps, 'className' | 'children'> {
  children?: ReactNode;
  hint?: ReactNode;
  className?: string;
}

/** On or off, with effect at once: `isSelected`, `onChange(on)`. */
export function Switch({ children, hint, className, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={classNames(styles.choice, className)}>
      <span className={styles.track} aria-hidden />
      <span className={styles.words}>
        {children}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </AriaSwitch>
  );
}
