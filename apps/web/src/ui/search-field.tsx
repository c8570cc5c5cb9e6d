import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaProps,
} from 'react-aria-components';
import { useMessages } from '../app/i18n/use-messages.js';
import { classNames } from './class-names.js';
import { messages } from './messages.js';
import field from './field.module.css';
import styles from './search-field.module.css';

export interface SearchFieldProps extends Omit<AriaProps, 'className' | 'children'> {
  label: string;
  placeholder?: string;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** Words to look for: `value`, `onChange`, `onSubmit`; Escape clears. */
export function SearchField({ label, placeholder, className, inputRef, ...rest }: SearchFieldProps) {
  const t = useMessages(messages);
  return (
    <AriaSearchField {...rest} aria-label={label} className={classNames(styles.search, className)}>
      {({ isEmpty }) => (
        <>
          <Search size={16} aria-hidden className={styles.glass} />
          <Input
            ref={inputRef}
            className={classNames(field.control, styles.input)}
            placeholder={placeholder ?? label}
            dir="auto"
          />
          {!isEmpty && (
            <Button className={styles.clear} aria-label={t('clear')}>
              <X size={16} aria-hidden />
            </Button>
          )}
        </>
      )}
    </AriaSearchField>
  );
}
