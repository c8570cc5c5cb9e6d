import type { HTMLAttributes, Ref } from 'react';
import { Input, TextField as AriaTextField, type TextFieldProps as AriaProps } from 'react-aria-components';
import { classNames } from './class-names.js';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.js';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<AriaProps, 'className' | 'children' | 'isInvalid'>, FieldWords {
  placeholder?: string;
  isOptional?: boolean;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
}

/** One line of text: `label`, `value`, `onChange(value)`, `error`, `description`, `type`. */
export function TextField({
  label,
  hideLabel,
  description,
  error,
  placeholder,
  isOptional,
  className,
  inputRef,
  inputMode,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      aria-label={hideLabel ? label : undefined}
      isInvalid={Boolean(error)}
      className={classNames(styles.field, className)}
    >
      {!hideLabel && <FieldLabel label={label} isOptional={isOptional} />}
      <Input
        ref={inputRef}
        className={styles.control}
        placeholder={placeholder}
        inputMode={inputMode}
        dir="auto"
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
