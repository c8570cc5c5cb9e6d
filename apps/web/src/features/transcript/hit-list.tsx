import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { Name } from '../../ui/name.js';
import { Time } from '../../ui/time.js';
import { messages } from './messages.js';
import { useTranscript } from './transcript-context.js';
import { neighbourHit } from './use-reader-shortcuts.js';
import type { useSearch } from './use-search.js';
import { MarkedText } from './words.js';
import styles from './find-panel.module.css';

interface HitListProps {
  found: ReturnType<typeof useSearch>;
  at: number | null;
}

/** What was found, in the order of the record. */
export function HitList({ found: { hits, total, isFetching }, at }: HitListProps) {
  const t = useMessages(messages);
  const { formatNumber } = useFormats();
  const { register, deeds } = useTranscript();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const go = (by: 1 | -1) => {
    const hit = neighbourHit(hits, at, by);
    if (hit) deeds?.jump(hit.seq);
  };
  const shown = { count: total, total: formatNumber(total), shown: formatNumber(hits.length) };
  return (
    <>
      <div className={styles.summary}>
        <p role="status">
          {total === 0
            ? !isFetching && t('nothingFound')
            : total > hits.length
              ? t('bestHits', shown)
              : t('hits', shown)}
        </p>
        {hits.length > 0 && (
          <>
            <Button variant="icon" size="small" aria-label={t('previousHit')} onPress={() => go(-1)}>
              <ChevronUp size={18} aria-hidden />
            </Button>
            <Button variant="icon" size="small" aria-label={t('nextHit')} onPress={() => go(1)}>
              <ChevronDown size={18} aria-hidden />
            </Button>
          </>
        )}
      </div>
      <ol ref={list} role="list" className={styles.hits}>
        {hits.map(({ seq, at: time, speaker, excerpt, marks }) => (
          <li key={seq}>
            <button
              type="button"
              className={styles.hit}
              aria-current={seq === at ? 'true' : undefined}
              onClick={() => deeds?.jump(seq)}
            >
              <span className={styles.who}>
                <Name>{register.person(speaker)?.name ?? t('unnamed')}</Name>
                <Time at={time} zone={register.zone} />
              </span>
              <span className={styles.excerpt} dir="auto">
                <MarkedText text={excerpt} marks={marks} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
