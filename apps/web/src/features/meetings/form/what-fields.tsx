import { LIMITS } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { TextField } from '../../../ui/text-field.js';
import { NAMED_LANGUAGES, useMeetingWords } from '../meeting-words.js';
import { FormPart } from './form-part.js';
import type { DraftFieldsProps } from './meeting-form.js';
import styles from './meeting-form.module.css';
import { messages } from './messages.js';

/** What the meeting is, who invites to it, and which languages are spoken. */
export function WhatFields({ draft, faults, onChange }: DraftFieldsProps) {
  const t = useMessages(messages);
  return (
    <FormPart title={t('what')}>
      <TextField
        label={t('titleField')}
        description={t('titleHint')}
        value={draft.title}
        maxLength={LIMITS.titleLength}
        onChange={(title) => onChange({ title })}
        error={faults.title}
        isRequired
      />
      <TextField
        label={t('hostField')}
        description={t('hostHint')}
        value={draft.host}
        maxLength={LIMITS.nameLength}
        onChange={(host) => onChange({ host })}
        error={faults.host}
        isRequired
      />
      <LanguageChoices draft={draft} faults={faults} onChange={onChange} />
    </FormPart>
  );
}

function LanguageChoices({ draft: { languages }, faults, onChange }: DraftFieldsProps) {
  const t = useMessages(messages);
  const { nameLanguage } = useMeetingWords();
  const offered = [...new Set([...NAMED_LANGUAGES, ...languages])];
  const toggle = (tag: string, isChosen: boolean) =>
    onChange({ languages: isChosen ? [...languages, tag] : languages.filter((other) => other !== tag) });
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{t('languages')}</legend>
      <div className={styles.choices}>
        {offered.map((tag) => (
          <Checkbox
            key={tag}
            isSelected={languages.includes(tag)}
            isDisabled={!languages.includes(tag) && languages.length >= LIMITS.languages}
            isInvalid={Boolean(faults.languages)}
            onChange={(isChosen) => toggle(tag, isChosen)}
          >
            {nameLanguage(tag)}
          </Checkbox>
        ))}
      </div>
      {faults.languages && (
        <p className={styles.fault} role="alert">
          {faults.languages}
        </p>
      )}
    </fieldset>
  );
}
