import type { ReactNode } from 'react';
import { ToggleButton as AriaToggleButton, type ToggleButtonProps as AriaProps } from 'react-aria-components';
import { classNames } from './class-names.js';
import button from './button.module.css';
import styles from './toggle-button.module.css';

export interface ToggleButtonProps extends Omit<AriaProps, 'className' | 'children'> {
  size?: 'small' | 'medium';
  className?: string;
  children?: ReactNode;
}

/** A button that stays pressed: `isSelected`, `onChange`. */
export function ToggleButton({ size = 'medium', className, ...rest }: ToggleButtonProps) {
  return (
    <AriaToggleButton
      {...rest}
      className={classNames(
        button.button,
        button.secondary,
        size === 'small' && button.small,
        styles.toggle,
        className,
      )}
    />
  );
}
