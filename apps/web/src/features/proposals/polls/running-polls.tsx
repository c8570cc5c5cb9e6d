import type { PollView } from '@roundtable/contracts';
import { Vote } from 'lucide-react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Name } from '../../../ui/name.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from './messages.js';
import { openPoll } from './poll-store.js';
import { usePollProgress } from './use-poll-progress.js';
import styles from './running-polls.module.css';

/** Above the record: what is being voted on now, with the way to one's ballot. */
export function RunningPolls() {
  const { state } = useRoom();
  const open = state.record?.snapshot.polls.polls.filter((poll) => poll.state === 'started') ?? [];
  return open.map((poll) => <RunningPoll key={poll.id} poll={poll} />);
}

function RunningPoll({ poll }: { poll: PollView }) {
  const t = useMessages(messages);
  const { progress } = usePollProgress(poll);
  const isDue = progress?.own.some(({ hasCast }) => !hasCast) ?? false;
  return (
    <section className={styles.banner} aria-label={t('bannerOpen', { number: String(poll.number) })}>
      <Vote size={18} aria-hidden className={styles.icon} />
      <p className={styles.words}>
        <span className={styles.kicker}>{t('bannerOpen', { number: String(poll.number) })}</span>
        <Name className={styles.title}>{poll.title}</Name>
      </p>
      <Button variant={isDue ? 'primary' : 'secondary'} size="small" onPress={() => openPoll(poll.id)}>
        {t(isDue ? 'vote' : 'look')}
      </Button>
    </section>
  );
}
