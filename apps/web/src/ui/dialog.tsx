import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages } from '../app/i18n/use-messages.js';
import { Button } from './button.js';
import { classNames } from './class-names.js';
import { messages } from './messages.js';
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

/** A modal dialog; on a phone it is a sheet at the bottom. Keeps focus inside and gives it back. */
export function Dialog({ trigger, isOpen, onOpenChange, ...rest }: DialogProps) {
  if (!trigger) return <DialogSurface isOpen={isOpen} onOpenChange={onOpenChange} {...rest} />;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <DialogSurface {...rest} />
    </DialogTrigger>
  );
}

function DialogSurface({ title, children, footer, size = 'medium', role = 'dialog', ...open }: DialogProps) {
  const t = useMessages(messages);
  return (
    <ModalOverlay {...open} className={styles.veil} isDismissable={role === 'dialog'}>
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog role={role} className={styles.dialog}>
          {({ close }) => (
            <>
              <header className={styles.header}>
                <Heading slot="title" level={2} className={styles.title}>
                  <bdi>{title}</bdi>
                </Heading>
                {role === 'dialog' && (
                  <Button variant="icon" aria-label={t('close')} onPress={close}>
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
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
