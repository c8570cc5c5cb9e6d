import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useAnnouncer } from '../app/announcer/announcer.js';
import { useMessages } from '../app/i18n/use-messages.js';
import { showToast } from '../app/toasts/toast-store.js';
import { Button, type ButtonVariant } from './button.js';
import { FieldLabel } from './field-parts.js';
import { messages } from './messages.js';
import field from './field.module.css';
import styles from './copy-field.module.css';

/** Text to take elsewhere, such as a link, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  return (
    <TextField className={field.field} value={value} isReadOnly>
      <FieldLabel label={label} />
      <div className={styles.row}>
        <Input
          className={`${field.control} ${styles.value}`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={value} />
      </div>
    </TextField>
  );
}

export interface CopyButtonProps {
  text: string;
  /** Its words; «Copy» otherwise. */
  label?: string;
  variant?: ButtonVariant;
  size?: 'small' | 'medium';
}

/** Copies a text and says so. */
export function CopyButton({ text, label, variant, size }: CopyButtonProps) {
  const t = useMessages(messages);
  const { announce } = useAnnouncer();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      showToast({ text: t('copyFailed'), tone: 'error' });
      return;
    }
    announce(t('copied'));
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  const words = isCopied ? t('copied') : (label ?? t('copy'));
  const Icon = isCopied ? Check : Copy;
  return (
    <Button
      variant={variant}
      size={size}
      aria-label={variant === 'icon' ? words : undefined}
      onPress={() => void copy()}
    >
      <Icon size={16} aria-hidden />
      {variant !== 'icon' && words}
    </Button>
  );
}
