import type { MessageState } from '@roundtable/client';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { Time } from '../../ui/time.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import styles from './entry.module.css';

/** What stays of words that were withdrawn. */
export function Tombstone({ message }: { message: MessageState }) {
  const t = useMessages(messages);
  const { people, state } = useRoom();
  const { withdrawn } = message;
  const zone = state.record?.snapshot.meetings.meeting.zone;
  const by = withdrawn?.by && withdrawn.by !== message.author ? people.get(withdrawn.by)?.name : undefined;
  return (
    <p className={styles.tombstone}>
      {t('withdrawn')}
      {withdrawn && (
        <>
          {', '}
          <Time at={withdrawn.at} zone={zone} />
        </>
      )}
      {by && (
        <>
          {' · '}
          <Name>{by}</Name>
        </>
      )}
      {withdrawn?.reason && (
        <>
          {' — '}
          <bdi>{withdrawn.reason}</bdi>
        </>
      )}
    </p>
  );
}
