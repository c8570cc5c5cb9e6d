import type { PassageView, TranscriptOutline } from '@roundtable/contracts';
import { memo, useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { Banner } from '../../../ui/banner.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import layout from '../../../ui/layout.module.css';
import { Progress } from '../../../ui/progress.js';
import { createDayOf } from '../day-of.js';
import { messages } from '../messages.js';
import { RowView } from '../row-view.js';
import { TranscriptContext, useRegister } from '../transcript-context.js';
import { transcriptRows, type TranscriptRow } from '../transcript-rows.js';
import { TranscriptProblem } from '../transcript-screen.js';
import { useOutline } from '../use-outline.js';
import { runningHead } from './running-head.js';
import { useWholeTranscript } from './use-whole-transcript.js';
import styles from './print-screen.module.css';

/** `/m/:meeting/transcript/print`: the whole record on one page, as it goes on paper. */
export function PrintScreen() {
  const { meeting = '' } = useParams();
  const outline = useOutline(meeting);
  const t = useMessages(messages);
  if (outline.data) return <PrintedRecord outline={outline.data} />;
  if (outline.error)
    return (
      <TranscriptProblem meeting={meeting} error={outline.error} onRetry={() => void outline.refetch()} />
    );
  return <Progress label={t('loading')} />;
}

function PrintedRecord({ outline }: { outline: TranscriptOutline }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { formatNumber, formatDateTime } = useFormats();
  const [attempt, setAttempt] = useState(0);
  const { pages, total, isComplete, error } = useWholeTranscript(outline.meeting.id, attempt);
  const register = useRegister(outline);
  const value = useMemo(() => ({ register, deeds: null, marking: null, at: null }), [register]);
  useTitle(`${t('transcript')} · ${outline.meeting.title}`);
  useRunningHead(outline.meeting.title);
  const loaded = pages.reduce((sum, page) => sum + page.length, 0);
  return (
    <TranscriptContext value={value}>
      <header className={styles.bar}>
        <ButtonLink variant="quiet" to={`/m/${outline.meeting.id}/transcript`}>
          {t('back')}
        </ButtonLink>
        <p role="status" className={layout.grow}>
          {isComplete
            ? t('complete', { count: loaded, shown: formatNumber(loaded) })
            : t('loadedOf', { shown: formatNumber(loaded), total: formatNumber(total) })}
        </p>
        <Button variant="primary" isDisabled={!isComplete} onPress={() => window.print()}>
          {t('print')}
        </Button>
        {!isComplete && !error && (
          <Progress className={styles.progress} label={t('loading')} value={total > 0 ? loaded / total : 0} />
        )}
      </header>
      {error !== null && (
        <Banner
          tone="error"
          action={
            <Button size="small" onPress={() => setAttempt(attempt + 1)}>
              {t('tryAgain')}
            </Button>
          }
        >
          {problem(error)}
        </Banner>
      )}
      <main className={styles.paper}>
        {!isComplete && <p className={styles.incomplete}>{t('incomplete')}</p>}
        <PrintedPages pages={pages} outline={outline} isComplete={isComplete} />
        {isComplete && (
          <p className={styles.printed}>
            {t('printedAt', { time: formatDateTime(Date.now(), { zone: outline.meeting.zone }) })}
          </p>
        )}
      </main>
    </TranscriptContext>
  );
}

interface PrintedPagesProps {
  pages: readonly (readonly PassageView[])[];
  outline: TranscriptOutline;
  isComplete: boolean;
}

/** Draws each page once: what came before it decides which headings open it. */
function PrintedPages({ pages, outline, isComplete }: PrintedPagesProps) {
  const dayOf = useMemo(() => createDayOf(outline.meeting.zone), [outline.meeting.zone]);
  const sheets = useMemo(() => {
    const rows = transcriptRows({ passages: pages.flat(), hasEarlier: false, hasLater: !isComplete, dayOf });
    const size = 500;
    return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
      rows.slice(index * size, (index + 1) * size),
    );
  }, [pages, isComplete, dayOf]);
  return sheets.map((rows, index) => <Sheet key={index} rows={rows} outline={outline} />);
}

const Sheet = memo(
  function Sheet({ rows, outline }: { rows: readonly TranscriptRow[]; outline: TranscriptOutline }) {
    return (
      <div className={styles.sheet}>
        {rows
          .filter(({ kind }) => kind !== 'later')
          .map((row) => (
            <RowView key={row.key} row={row} outline={outline} />
          ))}
      </div>
    );
  },
  (before, after) =>
    before.rows.length === after.rows.length &&
    before.rows.at(-1)?.key === after.rows.at(-1)?.key &&
    before.outline === after.outline,
);

/** Through the CSS object model: the content security policy allows no style elements. */
function useRunningHead(title: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(runningHead(title));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [title]);
}
