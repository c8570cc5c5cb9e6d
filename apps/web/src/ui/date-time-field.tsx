import { useId, useState } from 'react';
import { Group, Input, TextField } from 'react-aria-components';
import { useFormats } from '../app/i18n/i18n-provider.js';
import { useMessages } from '../app/i18n/use-messages.js';
import { classNames } from './class-names.js';
import { isComplete, partsOfWall, wallOfParts, type DateParts } from './date-parts.js';
import { messages } from './messages.js';
import { Select } from './select.js';
import field from './field.module.css';
import styles from './date-time-field.module.css';

export interface DateTimeFieldProps {
  label: string;
  /** What the clock on the wall shows: `2026-11-22T14:00`. `instantOfWall(value, zone)` makes it an instant. */
  value: string | null;
  /** Null while the boxes hold no date and time that exist. */
  onChange: (value: string | null) => void;
  description?: string;
  error?: string | null;
  isDisabled?: boolean;
  /** Asks for a day alone; the time is midnight. */
  isDayOnly?: boolean;
}

/** A date and a time in our own words; the browser's field has no Kyrgyz and shows English. */
export function DateTimeField({
  label,
  value,
  onChange,
  description,
  error,
  isDisabled,
  isDayOnly = false,
}: DateTimeFieldProps) {
  const t = useMessages(messages);
  const { monthNames } = useFormats();
  const noteId = useId();
  const [parts, setParts] = useState(() => partsOfWall(value));
  // What was typed is kept as typed; only a value that came from elsewhere replaces it.
  const kept = value !== null && wallOfParts(parts) !== value ? partsOfWall(value) : parts;
  const shown = isDayOnly ? { ...kept, hour: '00', minute: '00' } : kept;

  const change = (part: keyof DateParts) => (text: string) => {
    const next = { ...shown, [part]: part === 'month' ? text : text.replace(/\D/g, '') };
    setParts(next);
    onChange(wallOfParts(next));
  };
  const problem = error ?? (isComplete(shown) && wallOfParts(shown) === null ? t('noSuchTime') : null);
  const box = (part: keyof DateParts, digits: number) => (
    <NumberBox
      label={t(part)}
      value={shown[part]}
      digits={digits}
      isDisabled={isDisabled}
      onChange={change(part)}
    />
  );

  return (
    <Group className={field.field} aria-label={label} aria-describedby={noteId} isInvalid={Boolean(problem)}>
      <span className={field.label} aria-hidden>
        {label}
      </span>
      <div className={styles.boxes}>
        {box('day', 2)}
        <Select
          className={styles.month}
          hideLabel
          label={t('month')}
          placeholder={t('month')}
          choices={monthNames.map((name, index) => ({ value: String(index + 1), label: name }))}
          value={shown.month || null}
          onChange={change('month')}
          isDisabled={isDisabled}
        />
        {box('year', 4)}
        {!isDayOnly && (
          <span className={styles.time}>
            {box('hour', 2)}
            <span aria-hidden>:</span>
            {box('minute', 2)}
          </span>
        )}
      </div>
      <div id={noteId}>
        {description && <div className={field.description}>{description}</div>}
        {problem && <div className={field.error}>{problem}</div>}
      </div>
    </Group>
  );
}

interface NumberBoxProps {
  label: string;
  value: string;
  digits: number;
  isDisabled?: boolean;
  onChange: (text: string) => void;
}

function NumberBox({ label, value, digits, isDisabled, onChange }: NumberBoxProps) {
  return (
    <TextField
      aria-label={label}
      value={value}
      onChange={onChange}
      maxLength={digits}
      isDisabled={isDisabled}
      className={digits > 2 ? styles.year : styles.two}
    >
      <Input
        className={classNames(field.control, styles.number)}
        inputMode="numeric"
        placeholder={'–'.repeat(digits)}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
      />
    </TextField>
  );
}
