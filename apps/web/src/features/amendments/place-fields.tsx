import { AMENDMENT_KINDS, type VersionParagraphs } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { RadioGroup } from '../../ui/radio-group.js';
import { Select } from '../../ui/select.js';
import { firstWordsOf } from './amendment-diff.js';
import type { AmendmentDraft, DraftFaults } from './amendment-draft.js';
import { messages } from './messages.js';

interface PlaceFieldsProps {
  draft: AmendmentDraft;
  paragraphs: VersionParagraphs['paragraphs'];
  fault: DraftFaults['paragraph'] | undefined;
  onChange(place: Partial<Pick<AmendmentDraft, 'kind' | 'paragraph'>>): void;
}

/** What is to happen, and at which paragraph. */
export function PlaceFields({ draft, paragraphs, fault, onChange }: PlaceFieldsProps) {
  const t = useMessages(messages);
  const isInsert = draft.kind === 'insert';
  const places = paragraphs.map(({ number, text }) => ({
    value: String(number),
    label: t('paragraphNumber', { paragraph: String(number), words: `\u2068${firstWordsOf(text)}\u2069` }),
  }));
  return (
    <>
      <RadioGroup
        label={t('kind')}
        choices={AMENDMENT_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Select
        label={t(isInsert ? 'after' : 'paragraph')}
        placeholder={t('paragraphNeeded')}
        choices={isInsert ? [{ value: '0', label: t('beforeFirst') }, ...places] : places}
        value={draft.paragraph === null ? null : String(draft.paragraph)}
        onChange={(value) => onChange({ paragraph: Number(value) })}
        error={fault && t(fault)}
      />
    </>
  );
}
