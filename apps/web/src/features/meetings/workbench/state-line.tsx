import type { MeetingDetail } from '@roundtable/contracts';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { MeetingState } from '../meeting-state.js';
import { messages } from './messages.js';
import styles from './state-line.module.css';

/** How the meeting stands, with a sentence on what that means for the reader. */
export function StateLine({ detail: { meeting, me } }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const { formatDateTime } = useFormats();
  const { zone } = meeting;
  const runs = me.permissions.includes('meetings.run');
  const at = (instant: string | null) => (instant ? formatDateTime(instant, { zone }) : '');
  const sentences = {
    draft: () => t(runs ? 'draftWords' : 'draftMember'),
    scheduled: () => t(runs ? 'scheduledWords' : 'scheduledMember'),
    open: () => t('openWords', { time: at(meeting.openedAt) }),
    suspended: () => t('suspendedWords'),
    closed: () => t('closedWords', { time: at(meeting.closedAt) }),
    published: () => t('closedWords', { time: at(meeting.closedAt) }),
  };
  return (
    <p className={styles.line}>
      <MeetingState state={meeting.state} />
      <span>{sentences[meeting.state]()}</span>
    </p>
  );
}
