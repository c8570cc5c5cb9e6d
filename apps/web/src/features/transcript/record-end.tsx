import type { TranscriptOutline } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { messages } from './messages.js';
import { useTranscript } from './transcript-context.js';
import { isUnderWay } from './use-outline.js';
import styles from './headings.module.css';

/** The foot of the record: that it ends here, or that more may follow. */
export function RecordEnd({ outline }: { outline: TranscriptOutline }) {
  const t = useMessages(messages);
  const { deeds } = useTranscript();
  if (outline.passages === 0) return null;
  if (!isUnderWay(outline)) return <p className={styles.end}>{t('end')}</p>;
  return (
    <p className={styles.end}>
      {t('soFar')} {deeds && <Link to={`/m/${outline.meeting.id}/${outline.room.id}`}>{t('toRoom')}</Link>}
    </p>
  );
}
