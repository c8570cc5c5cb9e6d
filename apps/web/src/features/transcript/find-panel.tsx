import type { Ref } from 'react';
import type { TranscriptOutline } from '@roundtable/contracts';
import { useEffect, useState } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Disclosure } from '../../ui/disclosure.js';
import { Progress } from '../../ui/progress.js';
import { SearchField } from '../../ui/search-field.js';
import { FilterFields } from './filter-fields.js';
import { HitList } from './hit-list.js';
import { messages } from './messages.js';
import { countFilters, type PassageFilter, type Reading } from './reading-address.js';
import type { useSearch } from './use-search.js';
import styles from './find-panel.module.css';

interface FindPanelProps {
  outline: TranscriptOutline;
  reading: Reading;
  found: ReturnType<typeof useSearch>;
  search(words: string): void;
  onFilter(part: Partial<PassageFilter>): void;
  searchField: Ref<HTMLInputElement>;
}

const pauseMs = 250;

/** Words to look for, filters, and what was found; it stays while one goes from hit to hit. */
export function FindPanel({ outline, reading, found, search, onFilter, searchField }: FindPanelProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const [typed, setTyped] = useState(reading.words);
  useEffect(() => {
    if (typed.trim() === reading.words) return;
    const timer = setTimeout(() => search(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, reading.words, search]);

  const filters = countFilters(reading.filter);
  return (
    <div className={styles.find}>
      <SearchField
        label={t('findWords')}
        value={typed}
        maxLength={500}
        onChange={setTyped}
        onSubmit={(words) => search(words.trim())}
        inputRef={searchField}
      />
      <Disclosure
        summary={filters > 0 ? t('filtersInForce', { count: filters }) : t('filters')}
        isOpenAtFirst={filters > 0}
      >
        <FilterFields outline={outline} filter={reading.filter} onFilter={onFilter} />
      </Disclosure>
      {found.error && <Banner tone="error">{problem(found.error)}</Banner>}
      {found.isFetching && <Progress label={t('searching')} />}
      {found.isAsked ? (
        <HitList found={found} at={reading.at} />
      ) : (
        <p className={styles.hint}>
          {reading.filter.kind === 'event' && reading.words ? t('eventsNotSearched') : t('findHint')}
        </p>
      )}
    </div>
  );
}
