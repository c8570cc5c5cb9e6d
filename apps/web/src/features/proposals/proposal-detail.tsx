import type { ProposalView } from '@roundtable/contracts';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { Name } from '../../ui/name.js';
import { narrow, useMediaQuery } from '../../ui/use-media-query.js';
import { AmendmentsNote } from '../amendments/record/amendments-note.js';
import { setPanelOpen } from '../room/panel-store.js';
import { useRoom } from '../room/room-context.js';
import { messages as lifeMessages } from './life/messages.js';
import { messages } from './messages.js';
import { LifeTimeline } from './life/life-timeline.js';
import { MoveMenu } from './life/move-menu.js';
import { mayWrite } from './life/possible-moves.js';
import { AdmittedNumber, Standing } from './life/standing.js';
import { useMover } from './life/use-mover.js';
import { NewPoll } from './polls/new-poll.js';
import { TakePosition } from './polls/take-position.js';
import { useMayPut } from './polls/use-may-put.js';
import { LivingWords } from './living-words.js';
import { isChangeable } from './proposal-draft.js';
import { ProposalEditor } from './proposal-editor.js';
import { Part, ProposalOutcome } from './proposal-parts.js';
import { ProposalState } from './proposal-state.js';
import { backToList, takeFocusWish } from './proposal-store.js';
import { WhoAndWhen } from './who-and-when.js';
import styles from './proposal-detail.module.css';

/** One proposal in the side panel: to be written by those who may, to be read by everybody else. */
export function ProposalDetail({ proposal }: { proposal: ProposalView }) {
  const t = useMessages(messages);
  const life = useMessages(lifeMessages);
  const { people, state } = useRoom();
  const mayPut = useMayPut();
  const mover = useMover();
  const proposals = state.record?.snapshot.proposals.proposals ?? [];
  const isNarrow = useMediaQuery(narrow);
  const isEditable = isChangeable(proposal) && mayWrite(proposal, mover);
  const polls = state.record?.snapshot.polls.polls ?? [];
  const isPolled = polls.some(
    (poll) =>
      poll.proposal === proposal.id &&
      poll.isDecisive &&
      (poll.state === 'started' || poll.state === 'closed'),
  );
  const isPollable = isChangeable(proposal) || (proposal.state === 'deciding' && !isPolled);
  const capturer = proposal.capturedBy === null ? undefined : people.get(proposal.capturedBy);
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    // The list may have been scrolled; and a sheet that has just opened takes the focus first.
    article.current?.closest('[role=tabpanel]')?.scrollTo(0, 0);
    const frame = requestAnimationFrame(() => {
      if (takeFocusWish(proposal.number, 'whole')) article.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [proposal.number]);
  const follow = () => isNarrow && setPanelOpen(false);
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    backToList();
  };
  return (
    <article
      ref={article}
      tabIndex={-1}
      className={styles.detail}
      aria-label={t('proposal', { number: String(proposal.number) })}
      onKeyDown={leaveOnEscape}
    >
      <Button variant="quiet" size="small" className={styles.back} onPress={backToList}>
        <ArrowLeft size={16} aria-hidden />
        {t('allProposals')}
      </Button>
      <header className={styles.header}>
        <h2 className={styles.number}>{t('proposal', { number: String(proposal.number) })}</h2>
        <span className={styles.states}>
          <AdmittedNumber proposal={proposal} />
          <ProposalState state={proposal.state} />
        </span>
        <p className={styles.captured}>
          <WhoAndWhen
            named="capturedBy"
            unnamed="capturedAt"
            name={capturer?.name}
            at={proposal.capturedAt}
          />
        </p>
        <MoveMenu proposal={proposal} hasNext />
      </header>
      {isEditable ? (
        <ProposalEditor key={proposal.id} proposal={proposal} />
      ) : (
        <>
          <h3 className={styles.title}>
            <Name isWrapping>{proposal.title}</Name>
          </h3>
          <LivingWords proposal={proposal} />
        </>
      )}
      <Standing proposal={proposal} proposals={proposals} />
      <AmendmentsNote proposal={proposal} />
      <TakePosition proposal={proposal} />
      {mayPut && isPollable && (
        <div>
          <NewPoll proposal={proposal} />
        </div>
      )}
      <ProposalOutcome proposal={proposal} level={3} onFollow={follow} />
      <Part title={life('life')} level={3}>
        <LifeTimeline proposal={proposal} proposals={proposals} onFollow={follow} />
      </Part>
    </article>
  );
}
