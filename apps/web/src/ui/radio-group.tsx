import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { classNames } from './class-names.js';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.js';
import type { Choice } from './select.js';
import field from './field.module.css';
import styles from './choice.module.css';

export interface RadioGroupProps<V extends string> extends FieldWords {
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V) => void;
  orientation?: 'vertical' | 'horizontal';
  isDisabled?: boolean;
  isRequired?: boolean;
  className?: string;
}

/** One of a few choices, all of them in view. */
export function RadioGroup<V extends string>({
  choices,
  onChange,
  label,
  hideLabel,
  description,
  error,
  className,
  ...rest
}: RadioGroupProps<V>) {
  return (
    <AriaRadioGroup
      {...rest}
      validationBehavior="aria"
      aria-label={hideLabel ? label : undefined}
      isInvalid={Boolean(error)}
      onChange={(value) => onChange(value as V)}
      className={classNames(field.field, className)}
    >
      {!hideLabel && <FieldLabel label={label} />}
      <div className={styles.group} data-orientation={rest.orientation ?? 'vertical'}>
        {choices.map(({ value, label: words, hint, isDisabled }) => (
          <Radio key={value} value={value} isDisabled={isDisabled} className={styles.choice}>
            <span className={styles.dot} aria-hidden />
            <span className={styles.words}>
              {words}
              {hint && <span className={styles.hint}>{hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </AriaRadioGroup>
  );
}
