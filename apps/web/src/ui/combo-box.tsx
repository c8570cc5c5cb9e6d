import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, ComboBox as AriaComboBox, Input, ListBox, Popover, type Key } from 'react-aria-components';
import { useMessages } from '../app/i18n/use-messages.js';
import { classNames } from './class-names.js';
import { FieldLabel, FieldNotes, type FieldWords } from './field-parts.js';
import { messages } from './messages.js';
import { Option, type Choice } from './select.js';
import field from './field.module.css';
import list from './list-box.module.css';
import styles from './combo-box.module.css';

export interface ComboBoxProps<V extends string> extends FieldWords {
  choices: readonly Choice<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
  /** Lets people keep words that are not among the choices; they arrive here. */
  onCustomValue?: (words: string) => void;
  placeholder?: string;
  isOptional?: boolean;
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  name?: string;
  className?: string;
}

/** At most this many lines are put into the page; typing narrows them down. */
const shownAtOnce = 200;

/** One of many choices, found by typing. */
export function ComboBox<V extends string>({
  choices,
  value,
  onChange,
  onCustomValue,
  label,
  hideLabel,
  description,
  error,
  placeholder,
  isOptional,
  className,
  ...rest
}: ComboBoxProps<V>) {
  const t = useMessages(messages);
  const [picked, setPicked] = usePicked(value);
  const shown = picked ?? value;
  const chosen =
    choices.find((choice) => choice.value === shown)?.label ?? (onCustomValue ? (shown ?? '') : '');
  const [typed, setTyped] = useState<string | null>(null);
  const found = useMemo(() => findChoices(choices, typed), [choices, typed]);

  return (
    <AriaComboBox
      {...rest}
      validationBehavior="aria"
      aria-label={hideLabel ? label : undefined}
      isInvalid={Boolean(error)}
      items={found}
      inputValue={typed ?? chosen}
      onInputChange={(words) => {
        setTyped(words === chosen ? null : words);
        if (words === '') setPicked(null);
        if (words === '' && value !== null) onChange(null);
        onCustomValue?.(words);
      }}
      value={shown}
      onChange={(key: Key | null) => {
        setTyped(null);
        if (key === null) return;
        setPicked(String(key) as V);
        onChange(String(key) as V);
      }}
      onOpenChange={(isOpen) => !isOpen && !onCustomValue && setTyped(null)}
      allowsCustomValue={Boolean(onCustomValue)}
      allowsEmptyCollection
      menuTrigger="focus"
      className={classNames(field.field, className)}
    >
      {!hideLabel && <FieldLabel label={label} isOptional={isOptional} />}
      <div className={styles.box}>
        <Input className={classNames(field.control, styles.input)} placeholder={placeholder} dir="auto" />
        <Button className={styles.open} aria-label={t('showChoices')}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
      <FieldNotes description={description} error={error} />
      <Popover className={list.surface} offset={4}>
        <ListBox
          aria-label={label}
          className={list.list}
          items={found}
          renderEmptyState={() => <div className={list.empty}>{t('noMatches')}</div>}
        >
          {(choice) => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/**
 * What was chosen until it comes back as the value, which may take a moment where the value lives in the address. Words
 * that went away in between would open the list again, over what was chosen.
 */
function usePicked<V>(value: V | null) {
  const [picked, setPicked] = useState<V | null>(null);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setPicked(null);
  }
  return [picked, setPicked] as const;
}

/** Every typed word must occur somewhere in the label or the value, whatever its case. */
function findChoices<V extends string>(
  choices: readonly Choice<V>[],
  typed: string | null,
): (Choice<V> & { id: V })[] {
  const words = (typed ?? '').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const matches = (choice: Choice) => {
    const text = `${choice.label} ${choice.value}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
  return choices
    .filter(matches)
    .slice(0, shownAtOnce)
    .map((choice) => ({ ...choice, id: choice.value }));
}
