import { useMessages } from '../../app/i18n/use-messages.js';
import { Dialog } from '../../ui/dialog.js';
import { Markdown } from '../../ui/markdown.js';
import text from '../../ui/text.module.css';
import { Time } from '../../ui/time.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import styles from './history-dialog.module.css';

/** Every text an entry had, the newest first. */
export function HistoryDialog({ seq, onClose }: { seq: number | null; onClose(): void }) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const message = seq === null ? undefined : state.record?.messages.get(seq);
  const zone = state.record?.snapshot.meetings.meeting.zone;
  if (!message || message.body === null) return null;
  const newest = {
    seq: message.textSeq,
    at: message.editedAt ?? message.at,
    version: message.version,
    body: message.body,
  };
  return (
    <Dialog title={t('history')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} size="large">
      <ol className={styles.versions}>
        {[newest, ...message.history.toReversed()].map(({ seq: textSeq, at, version, body }) => (
          <li key={textSeq} className={styles.version}>
            <p className={styles.when}>
              {t('version', { number: version })} ·{' '}
              <Time at={at} zone={zone} show="dateTime" dateStyle="medium" />
            </p>
            <div className={text.record}>
              <Markdown>{body}</Markdown>
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
