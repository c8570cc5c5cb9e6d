import type { ReactElement, ReactNode } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';

export interface ConfirmDialogProps {
  title: string;
  /** What will happen, in a sentence or two. */
  children?: ReactNode;
  /** A verb: «Withdraw», «Close the meeting». */
  confirmLabel: string;
  cancelLabel: string;
  isDangerous?: boolean;
  isPending?: boolean;
  /** Closes the dialog once it settles; a rejection leaves it open for the error shown in `children`. */
  onConfirm: () => void | Promise<unknown>;
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

/** Asks before something that is hard to take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { children, confirmLabel, cancelLabel, isDangerous, isPending, onConfirm, ...dialog } = props;
  const confirm = async (close: () => void) => {
    try {
      await onConfirm();
      close();
    } catch {
      // The caller shows what went wrong among the children; the question stays open.
    }
  };
  return (
    <Dialog
      {...dialog}
      size="small"
      role="alertdialog"
      footer={(close) => (
        <>
          <Button onPress={close} autoFocus>
            {cancelLabel}
          </Button>
          <Button
            variant={isDangerous ? 'danger' : 'primary'}
            isPending={isPending}
            onPress={() => void confirm(close)}
          >
            {confirmLabel}
          </Button>
        </>
      )}
    >
      {children}
    </Dialog>
  );
}
