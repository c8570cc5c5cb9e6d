import type { ReactElement, ReactNode } from 'react';
import {
  Tooltip as AriaTooltip,
  TooltipTrigger,
  type TooltipProps as AriaProps,
} from 'react-aria-components';
import styles from './tooltip.module.css';

export interface TooltipProps {
  text: ReactNode;
  /** One Button or other focusable control. */
  children: ReactElement;
  placement?: AriaProps['placement'];
}

/** A short explanation on hover and focus; never the only place where something is said. */
export function Tooltip({ text, children, placement = 'top' }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip className={styles.tooltip} placement={placement} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
