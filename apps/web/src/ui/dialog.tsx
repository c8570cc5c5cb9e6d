import { X } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../app/i18n/use-messages.js';
import { Button } from './button.js';
import { classNames } from './class-names.js';
import { messages } from './messages.js';
import { LeaveQuestion, LeavingContext, useLeaving, type Leaving } from './unsaved.js';
import styles from './dialog.module.css';

export interface DialogProps {
  title: string;
  /** Content, or a function that is given how to close. */
  children: ReactNode | ((close: () => void) => ReactNode);
  /** Buttons at the end, the main one last. */
  footer?: ReactNode | ((close: () => void) => ReactNode);
  /** A button that opens it; without one steer it by `isOpen` and `onOpenChange`. */
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  size?: 'small' | 'medium' | 'large';
  /** `alertdialog` for a question that must be answered; a press outside does not close it. */
  role?: 'dialog' | 'alertdialog';
}

/**
 * A modal dialog; on a phone it is a sheet at the bottom. Keeps focus inside and gives it back. While something written in
 * it would be lost (`useUnsaved`), a press outside does not close it, and every other way out asks first.
 */
export function Dialog({ trigger, isOpen, onOpenChange, ...rest }: DialogProps) {
  const [isTriggered, setTriggered] = useState(false);
  const setOpen = (next: boolean) => {
    setTriggered(next);
    onOpenChange?.(next);
  };
  const leaving = useLeaving(() => setOpen(false));
  const open = {
    isOpen: isOpen ?? isTriggered,
    onOpenChange: (next: boolean) => (next ? setOpen(true) : leaving.leave()),
  };
  if (!trigger) return <DialogSurface {...rest} {...open} leaving={leaving} />;
  return (
    <DialogTrigger {...open}>
      {trigger}
      <DialogSurface {...rest} leaving={leaving} />
    </DialogTrigger>
  );
}

type DialogSurfaceProps = Omit<DialogProps, 'trigger'> & { leaving: Leaving };

function DialogSurface({
  title,
  children,
  footer,
  size = 'medium',
  role = 'dialog',
  leaving,
  ...open
}: DialogSurfaceProps) {
  const t = useMessages(messages);
  const { close, leave, isUnsaved, isAsking } = leaving;
  return (
    <ModalOverlay {...open} className={styles.veil} isDismissable={role === 'dialog' && !isUnsaved}>
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog role={role} className={styles.dialog}>
          <LeavingContext value={leaving}>
            <header className={styles.header}>
              <Heading slot="title" level={2} className={styles.title}>
                <bdi>{title}</bdi>
              </Heading>
              {role === 'dialog' && (
                <Button variant="icon" aria-label={t('close')} onPress={leave}>
                  <X size={18} aria-hidden />
                </Button>
              )}
            </header>
            <div className={styles.body}>{typeof children === 'function' ? children(close) : children}</div>
            {footer && (
              <footer className={styles.footer}>
                {typeof footer === 'function' ? footer(close) : footer}
              </footer>
            )}
            {isAsking && <LeaveQuestion leaving={leaving} />}
          </LeavingContext>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
