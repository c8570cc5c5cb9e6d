import { holderOf, type OwnVote, type PollView } from '@roundtable/contracts';
import { EyeOff, ScrollText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Name } from '../../../ui/name.js';
import { useRoom } from '../../room/room-context.js';
import { BallotForm } from './ballot-form.js';
import { messages } from './messages.js';
import { usePollWords } from './use-poll-words.js';
import styles from './ballots.module.css';

/** The votes one may cast: one's own, one's delegation's, and those one holds as proxies. */
export function Ballots({ poll, own }: { poll: PollView; own: readonly OwnVote[] }) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const { isSecret } = poll.rules;
  const meeting = state.record?.snapshot.meetings.meeting.state;
  if (own.length === 0) return <p className={styles.none}>{t('noVote')}</p>;
  // Forms stay while nothing can be cast: what was filled in goes on afterwards.
  const isPaused = meeting !== 'open';
  const Icon = isSecret ? EyeOff : ScrollText;
  return (
    <section className={styles.ballots} aria-label={t('yourVote')}>
      <p className={styles.secrecy} data-secret={isSecret || undefined}>
        <Icon size={18} aria-hidden />
        <span>{t(isSecret ? 'secretNote' : 'namedNote')}</span>
      </p>
      <p role="status" className={styles.paused}>
        {meeting === 'suspended' && t('votingPaused')}
        {meeting === 'closed' && t('votingOver')}
      </p>
      {own.map((vote) => (
        <OneVote key={vote.elector} poll={poll} vote={vote} isPaused={isPaused} />
      ))}
    </section>
  );
}

function OneVote({ poll, vote, isPaused }: { poll: PollView; vote: OwnVote; isPaused: boolean }) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const words = usePollWords(poll);
  const [receipt, setReceipt] = useState<string | null>(null);
  const done = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form that had the focus is gone.
    if (receipt !== null) done.current?.focus();
  }, [receipt]);
  const isSelf = vote.elector === state.me?.participant;
  const isDone = poll.rules.isSecret && (vote.hasCast || receipt !== null);
  return (
    <div className={styles.vote}>
      <h3 className={styles.heading}>
        {isSelf ? (
          t('yourVote')
        ) : (
          <Name isWrapping>{t('voteFor', { name: words.elector(vote.elector) })}</Name>
        )}
        {vote.hasCast && <span className={styles.cast}>{t('hasCast')}</span>}
      </h3>
      <VoteNotes poll={poll} vote={vote} />
      {isDone ? (
        <div ref={done} role="status" tabIndex={-1}>
          <p>{receipt === null ? t('castDone') : t('castSecretDone', { receipt })}</p>
          {receipt !== null && <p className={styles.none}>{t('receiptHint')}</p>}
        </div>
      ) : (
        <BallotForm poll={poll} vote={vote} isPaused={isPaused} onReceipt={setReceipt} />
      )}
    </div>
  );
}

/** What a vote weighs, and who holds it, where that is out of the ordinary. */
function VoteNotes({ poll, vote }: { poll: PollView; vote: OwnVote }) {
  const t = useMessages(messages);
  const { state, people } = useRoom();
  const words = usePollWords(poll);
  const elector = poll.electors.find(({ id }) => id === vote.elector);
  const me = state.me?.participant ?? '';
  const isOwn = [me, people.get(me)?.delegation].includes(vote.elector);
  const weight = elector?.weight ?? '1';
  const holder = holderOf(poll.electors, vote.elector);
  const held = poll.rules.isSecret ? 'voteHeldSecret' : 'voteHeld';
  return (
    <>
      {weight !== '1' && <p className={styles.none}>{t('voteWeight', { weight })}</p>}
      {!isOwn && <p className={styles.none}>{t('voteAsProxy')}</p>}
      {isOwn && holder !== vote.elector && (
        <p className={styles.none}>
          <bdi>{t(held, { name: words.elector(holder) })}</bdi>
        </p>
      )}
    </>
  );
}
