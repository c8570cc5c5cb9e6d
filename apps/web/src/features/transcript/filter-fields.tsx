import { PASSAGE_KINDS, type TranscriptOutline } from '@roundtable/contracts';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ComboBox } from '../../ui/combo-box.js';
import { Select } from '../../ui/select.js';
import { messages } from './messages.js';
import { periodChoices } from './period-choices.js';
import type { PassageFilter } from './reading-address.js';
import styles from './find-panel.module.css';

interface FilterFieldsProps {
  outline: TranscriptOutline;
  filter: PassageFilter;
  onFilter(part: Partial<PassageFilter>): void;
}

const everything = 'everything';

/** Narrows the record: by who spoke, for whom, in which way and when. */
export function FilterFields({ outline, filter, onFilter }: FilterFieldsProps) {
  const t = useMessages(messages);
  const { compareNames, formatDateTime } = useFormats();
  const { zone } = outline.meeting;
  const chosen = (value: string): string | null => (value === everything ? null : value);

  const said = new Map(outline.speakers.map((each) => [each.participant, each.messages + each.statements]));
  const people = outline.participants
    .filter(({ id, removed }) => !removed || said.has(id))
    .sort((a, b) => compareNames(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: name, hint: t('said', { count: said.get(id) ?? 0 }) }));
  const delegations = [...outline.delegations]
    .sort((a, b) => compareNames(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: name }));
  const named = (each: { value: string }) => ({
    ...each,
    label: formatDateTime(each.value, { zone, style: 'day' }),
  });
  const { from, to } = periodChoices(outline.hours, filter);
  return (
    <div className={styles.fields}>
      <ComboBox
        label={t('speaker')}
        placeholder={t('everybody')}
        choices={people}
        value={filter.speaker}
        onChange={(speaker) => onFilter({ speaker })}
      />
      {delegations.length > 0 && (
        <ComboBox
          label={t('delegation')}
          placeholder={t('allDelegations')}
          choices={delegations}
          value={filter.delegation}
          onChange={(delegation) => onFilter({ delegation })}
        />
      )}
      <Select
        label={t('kind')}
        choices={[
          { value: everything, label: t('kindAll') },
          ...PASSAGE_KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) })),
        ]}
        value={filter.kind ?? everything}
        onChange={(kind) => onFilter({ kind: PASSAGE_KINDS.find((each) => each === kind) ?? null })}
      />
      <div className={styles.period}>
        <Select
          label={t('from')}
          choices={[{ value: everything, label: t('beginning') }, ...from.map(named)]}
          value={filter.from ?? everything}
          onChange={(value) => onFilter({ from: chosen(value) })}
        />
        <Select
          label={t('to')}
          choices={[{ value: everything, label: t('theEnd') }, ...to.map(named)]}
          value={filter.to ?? everything}
          onChange={(value) => onFilter({ to: chosen(value) })}
        />
      </div>
    </div>
  );
}
