import type { EventState } from '@roundtable/client';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { messages } from './messages.js';
import { openPoll } from './poll-store.js';
import styles from './poll-event.module.css';

const who = (words: ReactNode[]) => <bdi key="who">{words}</bdi>;

/** What became of a poll, in one sentence of the record that leads to it. */
export function PollEvent({
  event,
}: {
  event: EventState<'polls.started' | 'polls.published' | 'polls.cancelled'>;
}) {
  const t = useMessages(messages);
  const { id, number, title, outcome } = event.data.poll;
  return (
    <button type="button" className={styles.link} onClick={() => openPoll(id)}>
      {event.type === 'polls.started' && t.rich('eventStarted', { number: String(number), title, who })}
      {event.type === 'polls.cancelled' && t('eventCancelled', { number: String(number) })}
      {event.type === 'polls.published' &&
        t('eventPublished', {
          number: String(number),
          verdict: outcome ? t(`verdict_${outcome.verdict}`) : '–',
        })}
    </button>
  );
}
