import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaProps } from 'react-aria-components';
import { classNames } from './class-names.js';
import styles from './choice.module.css';

export interface CheckboxProps extends Omit<AriaProps, 'className' | 'children'> {
  children?: ReactNode;
  hint?: ReactNode;
  className?: string;
}

/** `isSelected`, `onChange(on)`, words as children. */
export function Checkbox({ children, hint, className, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={classNames(styles.choice, className)}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box} aria-hidden>
            {isIndeterminate ? (
              <Minus size={14} strokeWidth={3} />
            ) : (
              isSelected && <Check size={14} strokeWidth={3} />
            )}
          </span>
          {children && (
            <span className={styles.words}>
              {children}
              {hint && <span className={styles.hint}>{hint}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  );
}
