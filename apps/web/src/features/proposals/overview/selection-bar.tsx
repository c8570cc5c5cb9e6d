import { PROPOSAL_STATES, type ProposalView } from '@roundtable/contracts';
import { ArrowDownWideNarrow } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocale } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useShortcut } from '../../../app/shortcuts/use-shortcut.js';
import { Button } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { SearchField } from '../../../ui/search-field.js';
import { Select } from '../../../ui/select.js';
import { ToggleButton } from '../../../ui/toggle-button.js';
import { phone, useMediaQuery } from '../../../ui/use-media-query.js';
import { useDirectory } from '../directory.js';
import { messages as proposalWords } from '../messages.js';
import { messages } from './messages.js';
import { delegationsOf, isNarrowed, ORDERS, valuesOf, VIEWS, type Selection } from './proposal-selection.js';
import styles from './selection-bar.module.css';

interface SelectionBarProps {
  proposals: readonly ProposalView[];
  selection: Selection;
  onChange(change: Partial<Selection>): void;
}

/** Chooses how proposals are shown and which. */
export function SelectionBar({ proposals, selection, onChange }: SelectionBarProps) {
  const t = useMessages(messages);
  const isPhone = useMediaQuery(phone);
  const search = useRef<HTMLInputElement>(null);
  // The address follows the keys a moment later: a field steered by it would lose letters.
  const [typed, setTyped] = useState(selection.words);
  const look = (words: string) => {
    setTyped(words);
    onChange({ words: words.trim() });
  };
  const clear = () => {
    setTyped('');
    onChange({ words: '', state: null, focusArea: null, responsible: null, delegation: null });
  };
  const group = t('keys');
  useShortcut({ code: 'Slash', label: t('keySearch'), group }, () => search.current?.focus());
  useShortcut({ code: 'KeyB', label: t('keyBoard'), group }, () => onChange({ view: 'board' }));
  useShortcut({ code: 'KeyT', label: t('keyTable'), group }, () => onChange({ view: 'table' }));
  const filters = <Filters proposals={proposals} selection={selection} onChange={onChange} onClear={clear} />;
  return (
    <div className={styles.bar}>
      <div className={styles.views} role="group" aria-label={t('view')}>
        {VIEWS.map((view) => (
          <ToggleButton
            key={view}
            size="small"
            isSelected={selection.view === view}
            onChange={() => onChange({ view })}
          >
            {t(`view_${view}`)}
          </ToggleButton>
        ))}
      </div>
      <SearchField
        className={styles.search}
        inputRef={search}
        label={t('search')}
        value={typed}
        onChange={look}
      />
      {isPhone ? <Disclosure summary={t('filters')}>{filters}</Disclosure> : filters}
    </div>
  );
}

function Filters({ proposals, selection, onChange, onClear }: SelectionBarProps & { onClear(): void }) {
  const t = useMessages(messages);
  const words = useMessages(proposalWords);
  const locale = useLocale();
  const { delegations } = useDirectory();
  const counts = countBy(proposals, ({ state }) => [state]);
  const speaking = countBy(proposals, (proposal) => [...delegationsOf(proposal)]);
  const states = PROPOSAL_STATES.filter((state) => counts.has(state) || selection.state === state);
  const all = { value: '', label: t('all') };
  const values = (field: 'focusArea' | 'responsible') => [
    all,
    ...valuesOf(proposals, field, locale).map((value) => ({ value, label: value })),
  ];
  return (
    <div className={styles.filters}>
      <Select
        label={t('state')}
        choices={[
          all,
          ...states.map((state) => ({
            value: state,
            label: `${words(`state_${state}`)} (${String(counts.get(state) ?? 0)})`,
          })),
        ]}
        value={selection.state ?? ''}
        onChange={(value) => onChange({ state: states.find((state) => state === value) ?? null })}
      />
      <Select
        label={t('focusArea')}
        choices={values('focusArea')}
        value={selection.focusArea ?? ''}
        onChange={(value) => onChange({ focusArea: value || null })}
      />
      <Select
        label={t('responsible')}
        choices={values('responsible')}
        value={selection.responsible ?? ''}
        onChange={(value) => onChange({ responsible: value || null })}
      />
      <Select
        label={t('delegation')}
        choices={[
          all,
          ...[...delegations.values()]
            .filter(({ id }) => speaking.has(id))
            .map(({ id, name }) => ({ value: id, label: `${name} (${String(speaking.get(id) ?? 0)})` })),
        ]}
        value={selection.delegation ?? ''}
        onChange={(value) => onChange({ delegation: value || null })}
      />
      <Select
        label={t('order')}
        choices={ORDERS.map((value) => ({ value, label: t(`order_${value}`) }))}
        value={selection.order}
        onChange={(order) => onChange({ order })}
      />
      <ToggleButton
        aria-label={t('descending')}
        className={styles.direction}
        isSelected={selection.isDescending}
        onChange={(isDescending) => onChange({ isDescending })}
      >
        <ArrowDownWideNarrow size={18} aria-hidden />
      </ToggleButton>
      {isNarrowed(selection) && (
        <Button variant="quiet" className={styles.direction} onPress={onClear}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

function countBy(
  proposals: readonly ProposalView[],
  keysOf: (proposal: ProposalView) => string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of proposals.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
