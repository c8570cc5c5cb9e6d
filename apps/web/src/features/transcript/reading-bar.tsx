import type { TranscriptOutline } from '@roundtable/contracts';
import { ListTree, Printer, Search, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { ExportMenu } from './export-menu.js';
import { messages } from './messages.js';
import { placeOf } from './outline-place.js';
import type { PlaceStore } from './place-store.js';
import { countFilters, noFilter, type PassageFilter } from './reading-address.js';
import type { PanelTab } from './side-panel.js';
import { useFilterWords } from './use-filter-words.js';
import styles from './reading-bar.module.css';

interface ReadingBarProps {
  outline: TranscriptOutline;
  places: PlaceStore;
  filter: PassageFilter;
  isPanelOpen: boolean;
  openPanel(tab: PanelTab): void;
  onPanelOpenChange(isOpen: boolean): void;
  onFilter(part: Partial<PassageFilter>): void;
}

/** Says where in the meeting one is reading and what is left out, and holds what can be done with the whole. */
export function ReadingBar({ outline, places, filter, onFilter, ...panel }: ReadingBarProps) {
  const t = useMessages(messages);
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <CurrentPlace outline={outline} places={places} />
        <div className={styles.actions}>
          <Button
            variant="icon"
            aria-label={t('contents')}
            aria-expanded={panel.isPanelOpen}
            onPress={() => (panel.isPanelOpen ? panel.onPanelOpenChange(false) : panel.openPanel('contents'))}
          >
            <ListTree size={18} aria-hidden />
          </Button>
          <Button variant="icon" aria-label={t('find')} onPress={() => panel.openPanel('find')}>
            <Search size={18} aria-hidden />
          </Button>
          <ButtonLink
            variant="icon"
            aria-label={t('printView')}
            to={`/m/${outline.meeting.id}/transcript/print`}
          >
            <Printer size={18} aria-hidden />
          </ButtonLink>
          <ExportMenu meeting={outline.meeting} />
        </div>
      </div>
      {countFilters(filter) > 0 && <ActiveFilters {...{ outline, filter, onFilter }} />}
    </div>
  );
}

function CurrentPlace({ outline, places }: Pick<ReadingBarProps, 'outline' | 'places'>) {
  const { formatDate, formatTime } = useFormats();
  const seq = useSyncExternalStore(places.subscribe, places.get);
  const { hour, item } = placeOf(outline, seq);
  const { zone } = outline.meeting;
  return (
    <p className={styles.place}>
      {hour && (
        <span className={styles.when}>
          {formatDate(hour.startsAt, { zone, style: 'day' })}, {formatTime(hour.startsAt, { zone })}
        </span>
      )}
      {item && (
        <bdi className={styles.item}>
          {item.number} {item.title}
        </bdi>
      )}
    </p>
  );
}

function ActiveFilters({
  outline,
  filter,
  onFilter,
}: Pick<ReadingBarProps, 'outline' | 'filter' | 'onFilter'>) {
  const t = useMessages(messages);
  const chips = useFilterWords(outline, filter);
  return (
    <div className={styles.filters} role="group" aria-label={t('filters')}>
      {chips.map(({ name, words }) => (
        <button
          key={name}
          type="button"
          className={styles.chip}
          onClick={() => onFilter({ [name]: null })}
          aria-label={t('removeFilter', { words })}
        >
          <bdi>{words}</bdi> <X size={14} aria-hidden />
        </button>
      ))}
      <Button variant="quiet" size="small" onPress={() => onFilter(noFilter)}>
        {t('showEverything')}
      </Button>
    </div>
  );
}
