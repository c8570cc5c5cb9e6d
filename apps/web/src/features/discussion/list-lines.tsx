import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { isLongTitle } from '../../ui/long-title.js';
import { Name } from '../../ui/name.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import styles from './list-lines.module.css';

/** The head of the document: what is being recorded here. The heading itself belongs to the page and is always there. */
export function TitleLine() {
  const { formatDate, formatTime, formatZone } = useFormats();
  const { state } = useRoom();
  const meeting = state.record?.snapshot.meetings.meeting;
  if (!meeting) return null;
  const { zone, startsAt } = meeting;
  return (
    <header className={styles.title}>
      <p className={styles.name} data-long={isLongTitle(meeting.title) || undefined}>
        <Name isWrapping>{meeting.title}</Name>
      </p>
      <p className={styles.facts}>
        <Name isWrapping>{meeting.host}</Name>
        <span>
          {formatDate(startsAt, { zone, style: 'full' })}, {formatTime(startsAt, { zone })},{' '}
          {formatZone(zone, startsAt)}
        </span>
      </p>
    </header>
  );
}

/** The date above the first entry of a day. */
export function DayLine({ at }: { at: string }) {
  const { formatDate } = useFormats();
  const { state } = useRoom();
  const zone = state.record?.snapshot.meetings.meeting.zone;
  return (
    <div className={styles.day} role="separator">
      <span>{formatDate(at, { zone, style: 'full' })}</span>
    </div>
  );
}

/** Where the unread begins, as it was on entering. */
export function NewLine() {
  const t = useMessages(messages);
  return (
    <div className={styles.new} role="separator">
      <span>{t('newLine')}</span>
    </div>
  );
}

interface GapLineProps {
  count: number;
  isLoading: boolean;
  hasFailed: boolean;
  onLoad(): void;
}

/** A stretch of the record that is not on the page yet. */
export function GapLine({ count, isLoading, hasFailed, onLoad }: GapLineProps) {
  const t = useMessages(messages);
  return (
    <div className={styles.gap}>
      <span>{t(hasFailed ? 'gapFailed' : 'gap', { count })}</span>
      <Button variant="quiet" size="small" isPending={isLoading} onPress={onLoad}>
        {t(isLoading ? 'loading' : hasFailed ? 'retry' : 'load')}
      </Button>
    </div>
  );
}
