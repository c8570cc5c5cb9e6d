import { createContext, use, useCallback, useEffect, useState } from 'react';
import { useMessages } from '../app/i18n/use-messages.js';
import { Button } from './button.js';
import styles from './dialog.module.css';
import { messages } from './messages.js';

/** How a dialog is left. */
export interface Leaving {
  /** Whether something written in it would be lost. */
  isUnsaved: boolean;
  /** Whether it is being asked about that. */
  isAsking: boolean;
  tell(isUnsaved: boolean): void;
  /** Closes it; asks first where something would be lost. */
  leave(): void;
  stay(): void;
  /** Closes it unasked. */
  close(): void;
}

/** Given by the dialog to the form that stands in it. */
export const LeavingContext = createContext<Leaving | null>(null);

/** Asks before a dialog is left, for as long as its form says that something would be lost. */
export function useLeaving(close: () => void): Leaving {
  const [isUnsaved, setUnsaved] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const tell = useCallback((next: boolean) => {
    setUnsaved(next);
    if (!next) setAsking(false);
  }, []);
  return {
    isUnsaved,
    isAsking,
    tell,
    leave: () => (isUnsaved ? setAsking(true) : close()),
    stay: () => setAsking(false),
    close,
  };
}

/** Keeps the dialog around a form from closing unasked while `isUnsaved`. Gives how to leave it, for a button. */
export function useUnsaved(isUnsaved: boolean): () => void {
  const leaving = use(LeavingContext);
  const tell = leaving?.tell;
  useEffect(() => {
    tell?.(isUnsaved);
    return () => tell?.(false);
  }, [tell, isUnsaved]);
  return () => leaving?.leave();
}

/** Asks at the foot of a dialog whether what was written in it may be lost. */
export function LeaveQuestion({ leaving: { stay, close } }: { leaving: Leaving }) {
  const t = useMessages(messages);
  const [interrupted] = useState(() => document.activeElement);
  const goOn = () => {
    stay();
    if (interrupted instanceof HTMLElement) interrupted.focus();
  };
  return (
    <footer className={styles.asking}>
      <p role="alert" className={styles.question}>
        {t('unsaved')}
      </p>
      <Button autoFocus onPress={goOn}>
        {t('goOnWriting')}
      </Button>
      <Button variant="danger" onPress={close}>
        {t('leaveUnsaved')}
      </Button>
    </footer>
  );
}
