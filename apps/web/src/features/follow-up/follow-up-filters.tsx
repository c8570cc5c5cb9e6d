import { FOLLOW_UP_STATES } from '@roundtable/contracts';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Select } from '../../ui/select.js';
import { messages } from './messages.js';
import type { FollowUpChoice, FollowUpWhich } from './select-follow-ups.js';
import styles from './follow-up.module.css';

/** No name is empty, so this is nobody's. */
const EVERYBODY = '';

interface FollowUpFiltersProps {
  choice: FollowUpChoice;
  onChange(choice: FollowUpChoice): void;
  /** Of those who are responsible. */
  names: readonly string[];
}

/** Which follow-ups are shown: by state, by what is overdue, by who is responsible. */
export function FollowUpFilters({ choice, onChange, names }: FollowUpFiltersProps) {
  const t = useMessages(messages);
  const { compareNames } = useFormats();
  const people = [...new Set(names)].sort(compareNames);
  return (
    <div className={styles.filters} role="group" aria-label={t('filters')}>
      <Select<FollowUpWhich>
        label={t('which')}
        choices={[
          ...(['all', 'open', 'overdue'] as const).map((value) => ({ value, label: t(`which_${value}`) })),
          ...FOLLOW_UP_STATES.map((value) => ({ value, label: t('whichState', { state: t(value) }) })),
        ]}
        value={choice.which}
        onChange={(which) => onChange({ ...choice, which })}
      />
      <Select
        label={t('responsible')}
        choices={[
          { value: EVERYBODY, label: t('everybody') },
          ...people.filter((name) => name !== EVERYBODY).map((name) => ({ value: name, label: name })),
        ]}
        value={choice.who ?? EVERYBODY}
        onChange={(who) => onChange({ ...choice, who: who === EVERYBODY ? null : who })}
      />
    </div>
  );
}
