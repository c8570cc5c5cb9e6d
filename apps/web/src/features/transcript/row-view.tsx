import type { TranscriptOutline } from '@roundtable/contracts';
import { memo } from 'react';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Progress } from '../../ui/progress.js';
import { messages } from './messages.js';
import { PassageRow } from './passage-row.js';
import { RecordEnd } from './record-end.js';
import { TitlePage } from './title-page.js';
import type { TranscriptRow } from './transcript-rows.js';
import styles from './headings.module.css';

interface RowViewProps {
  row: TranscriptRow;
  outline: TranscriptOutline;
}

/** Draws one row of a transcript. */
export const RowView = memo(function RowView({ row, outline }: RowViewProps) {
  const t = useMessages(messages);
  const { formatDate, formatTime } = useFormats();
  const { zone } = outline.meeting;
  switch (row.kind) {
    case 'title':
      return <TitlePage outline={outline} />;
    case 'day':
      return <h2 className={styles.day}>{formatDate(row.at, { zone, style: 'full' })}</h2>;
    case 'hour':
      return (
        <div className={styles.hour}>
          <span>{formatTime(row.at, { zone })}</span>
        </div>
      );
    case 'passage':
      return <PassageRow passage={row.passage} isFirst={row.isFirst} />;
    case 'earlier':
    case 'later':
      return (
        <div className={styles.more}>
          <Progress label={t('loading')} />
        </div>
      );
    case 'end':
      return <RecordEnd outline={outline} />;
  }
});
