import type { FormEvent, ReactNode } from 'react';
import { classNames } from './class-names.js';
import layout from './layout.module.css';

export interface FormProps {
  onSubmit: () => void;
  children: ReactNode;
  label?: string;
  className?: string;
}

/** Fields under each other; Enter or a button of type `submit` sends it. The browser's own checks are off. */
export function Form({ onSubmit, children, label, className }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate aria-label={label} className={classNames(layout.form, className)} onSubmit={submit}>
      {children}
    </form>
  );
}
