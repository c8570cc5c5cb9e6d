import type { PollView } from '@roundtable/contracts';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import layout from '../../../ui/layout.module.css';
import { Markdown } from '../../../ui/markdown.js';
import { Name } from '../../../ui/name.js';
import { Skeleton } from '../../../ui/skeleton.js';
import text from '../../../ui/text.module.css';
import { useRoom } from '../../room/room-context.js';
import { Ballots } from './ballots.js';
import { messages } from './messages.js';
import { PollConduct } from './poll-conduct.js';
import { PollElectorate } from './poll-electorate.js';
import { PollOutcomePart } from './poll-outcome.js';
import { PollRunning } from './poll-running.js';
import { closePoll } from './poll-store.js';
import { PollStateBadge } from './polls-section.js';
import { usePollProgress } from './use-poll-progress.js';
import styles from './poll-detail.module.css';

/** One poll in the side panel: the ballot while it is open, the result afterwards, and the acts of the chair. */
export function PollDetail({ poll }: { poll: PollView }) {
  const t = useMessages(messages);
  const { may } = useRoom();
  const article = useRef<HTMLElement>(null);
  useEffect(() => article.current?.focus({ preventScroll: true }), []);
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    closePoll();
  };
  return (
    <article
      ref={article}
      tabIndex={-1}
      className={styles.detail}
      aria-label={t('poll', { number: String(poll.number) })}
      onKeyDown={leaveOnEscape}
    >
      <Button variant="quiet" size="small" className={styles.back} onPress={closePoll}>
        <ArrowLeft size={16} aria-hidden />
        {t('back')}
      </Button>
      <header className={styles.header}>
        <p className={styles.facts}>
          <span>{t('poll', { number: String(poll.number) })}</span>
          <PollStateBadge poll={poll} />
        </p>
        <h2 className={styles.title}>
          <Name isWrapping>{poll.title}</Name>
        </h2>
        <p className={styles.facts}>
          <span>{t(`method_${poll.method}`)}</span>
          <span>{t(poll.rules.isSecret ? 'isSecret' : 'isNamed')}</span>
          <span>{t(`unit_${poll.rules.unit}`)}</span>
        </p>
      </header>
      {poll.text && (
        <div className={text.record}>
          <Markdown>{poll.text}</Markdown>
        </div>
      )}
      {poll.state === 'started' && <Voting poll={poll} />}
      {poll.outcome && <PollOutcomePart poll={poll} outcome={poll.outcome} />}
      {poll.state === 'closed' && !poll.outcome && <p className={styles.note}>{t('unpublished')}</p>}
      {poll.state !== 'cancelled' && <PollElectorate poll={poll} />}
      {may('polls.manage') && <PollConduct poll={poll} />}
    </article>
  );
}

function Voting({ poll }: { poll: PollView }) {
  const t = useMessages(messages);
  const { progress, hasFailed, retry } = usePollProgress(poll);
  if (progress)
    return (
      <>
        <Ballots poll={poll} own={progress.own} />
        <PollRunning poll={poll} progress={progress} />
      </>
    );
  if (!hasFailed) return <Skeleton lines={4} />;
  return (
    <div className={layout.row} role="alert">
      <p>{t('progressFailed')}</p>
      <Button size="small" onPress={retry}>
        {t('tryAgain')}
      </Button>
    </div>
  );
}
