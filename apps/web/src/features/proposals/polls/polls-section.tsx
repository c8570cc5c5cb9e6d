import type { PollState, PollView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../../ui/badge.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from './messages.js';
import { NewPoll } from './new-poll.js';
import { openPoll } from './poll-store.js';
import { useMayPut } from './use-may-put.js';
import styles from './polls-section.module.css';

/** The polls of the room, newest first, and the way to put something to the vote. */
export function PollsSection() {
  const t = useMessages(messages);
  const { state } = useRoom();
  const polls = [...(state.record?.snapshot.polls.polls ?? [])].reverse();
  const mayPut = useMayPut();
  if (polls.length === 0 && !mayPut) return null;
  return (
    <section className={styles.section} aria-labelledby="polls-heading">
      <header className={styles.header}>
        <h2 id="polls-heading" className={styles.heading}>
          {t('polls')}
        </h2>
        {mayPut && <NewPoll />}
      </header>
      {polls.length === 0 ? (
        <p className={styles.none}>{t('none')}</p>
      ) : (
        <ul className={styles.list}>
          {polls.map((poll) => (
            <PollRow key={poll.id} poll={poll} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PollRow({ poll }: { poll: PollView }) {
  const t = useMessages(messages);
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => openPoll(poll.id)}>
        <span className={styles.number} role="img" aria-label={t('poll', { number: String(poll.number) })}>
          {poll.number}
        </span>
        <span className={styles.words}>
          <bdi className={styles.title}>{poll.title}</bdi>
          <span className={styles.facts}>
            <PollStateBadge poll={poll} />
            <span>{t(`method_${poll.method}`)}</span>
            <span>{t(poll.rules.isSecret ? 'isSecret' : 'isNamed')}</span>
          </span>
        </span>
      </button>
    </li>
  );
}

/** Where a poll stands, and its verdict where that may be seen. */
export function PollStateBadge({ poll }: { poll: PollView }) {
  const t = useMessages(messages);
  return (
    <>
      <Badge tone={TONES[poll.state]} hasDot={poll.state === 'started'}>
        {t(`state_${poll.state}`)}
      </Badge>
      {poll.outcome && (
        <Badge tone={toneOf(poll.outcome.verdict)}>{t(`verdict_${poll.outcome.verdict}`)}</Badge>
      )}
    </>
  );
}

const TONES: Record<PollState, Tone> = {
  created: 'neutral',
  started: 'accent',
  closed: 'neutral',
  published: 'neutral',
  cancelled: 'neutral',
};

function toneOf(verdict: NonNullable<PollView['outcome']>['verdict']): Tone {
  if (verdict === 'carried' || verdict === 'chosen') return 'ok';
  if (verdict === 'not_carried') return 'danger';
  return verdict === 'reading' ? 'neutral' : 'warn';
}
