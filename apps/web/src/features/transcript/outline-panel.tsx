import type { TranscriptOutline } from '@roundtable/contracts';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { createDayOf } from './day-of.js';
import { messages } from './messages.js';
import { OutlineLink } from './outline-link.js';
import { placeOf } from './outline-place.js';
import type { PlaceStore } from './place-store.js';
import styles from './outline-panel.module.css';

interface OutlinePanelProps {
  outline: TranscriptOutline;
  places: PlaceStore;
}

/** What can be jumped to; what one is reading is marked and kept in sight. */
export function OutlinePanel({ outline, places }: OutlinePanelProps) {
  const t = useMessages(messages);
  const panel = useRef<HTMLElement>(null);
  const seq = useSyncExternalStore(places.subscribe, places.get);
  const { hour, item } = placeOf(outline, seq);
  useEffect(() => {
    // Whoever is looking for something here is not carried away by the record.
    if (panel.current?.matches(':hover, :focus-within')) return;
    panel.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [hour, item]);

  const opened = new Map(outline.items.map((each) => [each.item, each.seq]));
  return (
    <nav ref={panel} className={styles.outline} aria-label={t('contents')}>
      {outline.agenda.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t('agenda')}</h2>
          <ol role="list" className={styles.list}>
            {outline.agenda.map((each) => (
              <li key={each.id} data-depth={each.parent === null ? 0 : 1}>
                <OutlineLink seq={opened.get(each.id) ?? null} isCurrent={each.id === item?.id}>
                  <span className={styles.mark}>{each.number}</span>
                  <span dir="auto">{each.title}</span>
                </OutlineLink>
              </li>
            ))}
          </ol>
        </section>
      )}
      <Days outline={outline} current={hour?.startsAt ?? null} />
      <Decisions outline={outline} />
      <Proposals outline={outline} />
    </nav>
  );
}

function Decisions({ outline: { decisions } }: Pick<OutlinePanelProps, 'outline'>) {
  const t = useMessages(messages);
  if (decisions.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>
        {t('decisions')} <span>{decisions.length}</span>
      </h2>
      <ol role="list" className={styles.list}>
        {[...decisions]
          .sort((a, b) => a.seq - b.seq)
          .map(({ id, seq, text, result }) => (
            <li key={id}>
              <OutlineLink seq={seq}>
                <span className={styles.mark} aria-hidden>
                  {result === 'adopted' ? '✓' : result === 'rejected' ? '✗' : '–'}
                </span>
                <span className={styles.clamped} dir="auto">
                  {text}
                </span>
              </OutlineLink>
            </li>
          ))}
      </ol>
    </section>
  );
}

function Proposals({ outline: { proposals } }: Pick<OutlinePanelProps, 'outline'>) {
  const t = useMessages(messages);
  if (proposals.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>
        {t('proposals')} <span>{proposals.length}</span>
      </h2>
      <ol role="list" className={styles.list}>
        {[...proposals]
          .sort((a, b) => a.number - b.number)
          .map(({ id, number, title, state }) => (
            <li key={id}>
              <OutlineLink proposal={number}>
                <span className={styles.mark}>{number}</span>
                <span>
                  <span className={styles.clamped} dir="auto">
                    {title}
                  </span>
                  <span className={styles.state}>{t(`proposal_${state}`)}</span>
                </span>
              </OutlineLink>
            </li>
          ))}
      </ol>
    </section>
  );
}

function Days({ outline, current }: { outline: TranscriptOutline; current: string | null }) {
  const t = useMessages(messages);
  const { formatDate, formatTime, formatNumber } = useFormats();
  const { zone } = outline.meeting;
  const dayOf = createDayOf(zone);
  const days = [...new Set(outline.hours.map(({ startsAt }) => dayOf(startsAt)))].map((day) => ({
    day,
    hours: outline.hours.filter(({ startsAt }) => dayOf(startsAt) === day),
  }));
  if (days.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('time')}</h2>
      {days.map(({ day, hours }) => (
        <div key={day}>
          <h3 className={styles.day}>{formatDate(hours[0]?.startsAt ?? 0, { zone, style: 'long' })}</h3>
          <ol role="list" className={styles.list}>
            {hours.map(({ startsAt, seq, passages }) => (
              <li key={startsAt}>
                <OutlineLink seq={seq} isCurrent={startsAt === current}>
                  <span className={styles.mark}>{formatTime(startsAt, { zone })}</span>
                  <span className={styles.count}>
                    {t('entries', { count: passages, shown: formatNumber(passages) })}
                  </span>
                </OutlineLink>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
