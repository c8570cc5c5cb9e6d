import type { KeyboardEventHandler, Ref } from 'react';
import { TextArea as AriaTextArea, TextField, type TextFieldProps as AriaProps } from 'react-aria-components';
import { useMessages } from '../app/i18n/use-messages.js';
import { classNames } from './class-names.js';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.js';
import { messages } from './messages.js';
import field from './field.module.css';
import styles from './text-area.module.css';

export interface TextAreaProps
  extends Omit<AriaProps, 'className' | 'children' | 'isInvalid' | 'maxLength'>, FieldWords {
  placeholder?: string;
  isOptional?: boolean;
  /** Lines shown when empty; it grows with its text, then scrolls. */
  rows?: number;
  /** Shows how many characters are left when fewer than a tenth are; never cuts what is pasted. */
  limit?: number;
  /** Serif, for words that go into a record. */
  isRecord?: boolean;
  className?: string;
  inputRef?: Ref<HTMLTextAreaElement>;
  onKeyDownCapture?: KeyboardEventHandler<HTMLTextAreaElement>;
}

/** Several lines of text that grow as one writes. */
export function TextArea({
  label,
  hideLabel,
  description,
  error,
  placeholder,
  isOptional,
  rows = 3,
  limit,
  isRecord,
  className,
  inputRef,
  onKeyDownCapture,
  ...rest
}: TextAreaProps) {
  return (
    <TextField
      validationBehavior="aria"
      {...rest}
      aria-label={hideLabel ? label : undefined}
      isInvalid={Boolean(error)}
      className={classNames(field.field, className)}
    >
      {!hideLabel && <FieldLabel label={label} isOptional={isOptional} />}
      {/* The hidden copy of the text gives the field its height; `field-sizing` is not in every browser yet. */}
      <div className={classNames(styles.grow, isRecord && styles.record)} data-copy={`${rest.value ?? ''}\n`}>
        <AriaTextArea
          ref={inputRef}
          className={classNames(field.control, styles.area)}
          placeholder={placeholder}
          rows={rows}
          dir="auto"
          onKeyDownCapture={onKeyDownCapture}
        />
      </div>
      {limit !== undefined && <CharacterCount length={rest.value?.length ?? 0} limit={limit} />}
      <FieldNotes description={description} error={error} />
    </TextField>
  );
}

function CharacterCount({ length, limit }: { length: number; limit: number }) {
  const t = useMessages(messages);
  const left = limit - length;
  if (left > limit / 10) return null;
  const words = left >= 0 ? t('charactersLeft', { count: left }) : t('charactersOver', { count: -left });
  return (
    <span className={styles.count} data-over={left < 0 || undefined} aria-live="polite">
      {words}
    </span>
  );
}
