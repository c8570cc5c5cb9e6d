import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Link, type LinkProps } from 'react-router';
import { classNames } from './class-names.js';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'icon';

interface Look {
  /** One `primary` a screen; `icon` needs an aria-label. */
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
}

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'>, Look {
  className?: string;
  children?: ReactNode;
}

/** A button. `isPending` keeps it focusable, disables it and shows that something is under way. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  className,
  children,
  isPending = false,
  onPress,
  type,
  ...rest
}: ButtonProps) {
  // Not handed on: for a pending button React Aria announces an element without a name.
  const pending = isPending && { 'data-pending': true };
  return (
    <AriaButton
      {...rest}
      {...pending}
      {...(!isPending && onPress && { onPress })}
      {...(isPending ? { type: 'button' as const } : type && { type })}
      className={look(variant, size, className)}
      data-variant={variant}
    >
      {children}
    </AriaButton>
  );
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ variant = 'secondary', size = 'medium', className, ...rest }: LinkProps & Look) {
  return <Link {...rest} className={look(variant, size, className)} data-variant={variant} />;
}

function look(variant: ButtonVariant, size: 'small' | 'medium', className?: string): string {
  return classNames(styles.button, styles[variant], size === 'small' && styles.small, className);
}
