import { useMessages } from '../../app/i18n/use-messages.js';
import { Checkbox } from '../../ui/checkbox.js';
import { messages } from './messages.js';
import { useWhatWords } from './record/use-what-words.js';
import type { Amendments } from './use-amendments.js';
import styles from './amendments.module.css';

interface AlsoChoiceProps {
  all: Amendments;
  also: readonly string[];
  onChange(also: readonly string[]): void;
}

/** Tabled amendments that one may look at the text with, before anybody decides them. */
export function AlsoChoice({ all, also, onChange }: AlsoChoiceProps) {
  const t = useMessages(messages);
  const what = useWhatWords();
  const tabled = all.amendments.filter(({ state }) => state === 'tabled');
  if (tabled.length === 0) return null;
  return (
    <fieldset className={styles.also}>
      <legend>{t('also')}</legend>
      {tabled.map(({ id, label, ...amendment }) => (
        <Checkbox
          key={id}
          isSelected={also.includes(id)}
          onChange={(isOn) => onChange(isOn ? [...also, id] : also.filter((each) => each !== id))}
        >
          {t('amendmentOf', { label, what: what(amendment) })}
        </Checkbox>
      ))}
    </fieldset>
  );
}
