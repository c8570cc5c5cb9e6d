import type { ReactElement, ReactNode } from 'react';
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaProps,
} from 'react-aria-components';
import list from './list-box.module.css';
import styles from './popover.module.css';

export interface PopoverProps {
  trigger: ReactElement;
  /** Its name for screen readers. */
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: AriaProps['placement'];
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** A small surface beside a button, for more than a menu can hold. */
export function Popover({ trigger, label, children, placement = 'bottom', ...open }: PopoverProps) {
  return (
    <DialogTrigger {...open}>
      {trigger}
      <AriaPopover className={list.surface} placement={placement} offset={6}>
        <Dialog aria-label={label} className={styles.content}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
