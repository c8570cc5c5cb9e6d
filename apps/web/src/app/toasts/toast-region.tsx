import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../../ui/button.js';
import { useMessages } from '../i18n/use-messages.js';
import { messages } from '../messages.js';
import { expireToast, listToasts, removeToast, subscribeToToasts, type Toast } from './toast-store.js';
import styles from './toast-region.module.css';

/** Where toasts appear. Outside the root, so that an open dialog neither covers nor hides them. */
export function ToastRegion() {
  const t = useMessages(messages);
  const toasts = useSyncExternalStore(subscribeToToasts, listToasts);
  return createPortal(
    <section className={styles.region} aria-label={t('notices')} data-react-aria-top-layer="true">
      <ol className={styles.list} role="list">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} closeLabel={t('close')} />
        ))}
      </ol>
    </section>,
    document.body,
  );
}

function ToastLine({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const [isPaused, setPaused] = useState(false);
  const { id, action, durationMs, text, tone = 'info' } = toast;
  useEffect(() => {
    if (isPaused) return;
    const timer = setTimeout(() => expireToast(id), durationMs);
    return () => clearTimeout(timer);
  }, [id, durationMs, isPaused]);

  return (
    <li
      className={styles.toast}
      data-tone={tone}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <p className={styles.text} role={tone === 'error' ? 'alert' : 'status'} dir="auto">
        {text}
      </p>
      {action && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => {
            removeToast(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button variant="icon" size="small" aria-label={closeLabel} onPress={() => expireToast(id)}>
        <X size={16} aria-hidden />
      </Button>
    </li>
  );
}
