import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  type Key,
} from 'react-aria-components';
import { classNames } from './class-names.js';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.js';
import field from './field.module.css';
import list from './list-box.module.css';
import styles from './select.module.css';

export interface Choice<V extends string = string> {
  value: V;
  label: string;
  hint?: ReactNode;
  isDisabled?: boolean;
}

export interface SelectProps<V extends string> extends FieldWords {
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  placeholder?: string;
  isOptional?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  name?: string;
  className?: string;
}

/** One of a few choices. For more than about fifteen use ComboBox. */
export function Select<V extends string>({
  choices,
  value,
  onChange,
  label,
  hideLabel,
  description,
  error,
  placeholder,
  isOptional,
  className,
  ...rest
}: SelectProps<V>) {
  return (
    <AriaSelect
      {...rest}
      validationBehavior="aria"
      aria-label={hideLabel ? label : undefined}
      isInvalid={Boolean(error)}
      placeholder={placeholder ?? '–'}
      value={value}
      onChange={(key: Key | null) => key !== null && onChange(String(key) as V)}
      className={classNames(field.field, className)}
    >
      {!hideLabel && <FieldLabel label={label} isOptional={isOptional} />}
      <Button className={classNames(field.control, styles.trigger)}>
        <SelectValue className={styles.value}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown size={16} aria-hidden className={styles.chevron} />
      </Button>
      <FieldNotes description={description} error={error} />
      <Popover className={list.surface} offset={4}>
        {/* The id keeps each line's own where choices come and go while the list is there. */}
        <ListBox
          aria-label={label}
          className={list.list}
          items={choices.map((choice) => ({ ...choice, id: choice.value }))}
        >
          {(choice) => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One line in the list of a Select or a ComboBox. */
export function Option({ choice }: { choice: Choice }) {
  const { value, label, hint, isDisabled } = choice;
  return (
    <ListBoxItem id={value} textValue={label} isDisabled={isDisabled} className={list.option}>
      {({ isSelected }) => (
        <>
          <span className={list.optionText}>
            <bdi>{label}</bdi>
            {hint && <span className={list.hint}>{hint}</span>}
          </span>
          {isSelected && <Check size={16} aria-hidden className={list.check} />}
        </>
      )}
    </ListBoxItem>
  );
}
