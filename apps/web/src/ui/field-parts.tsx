import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useMessages } from '../app/i18n/use-messages.js';
import { messages } from './messages.js';
import styles from './field.module.css';

/** What every field takes beside its value. */
export interface FieldWords {
  label: string;
  /** Keep the label for screen readers only. */
  hideLabel?: boolean;
  description?: ReactNode;
  /** A sentence; shows the field as wrong. */
  error?: string | null;
}

/** The label, with a quiet «optional» where the field may stay empty and the form says so. */
export function FieldLabel({ label, isOptional }: { label: string; isOptional?: boolean }) {
  const t = useMessages(messages);
  return (
    <Label className={styles.label}>
      {label} {isOptional && <span className={styles.optional}>({t('optional')})</span>}
    </Label>
  );
}

export function FieldNotes({ description, error }: Pick<FieldWords, 'description' | 'error'>) {
  return (
    <>
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error}>{error}</FieldError>
    </>
  );
}
