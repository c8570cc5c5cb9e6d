import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Kbd } from '../../ui/kbd.js';
import { FollowUpSection } from '../follow-up/follow-up-section.js';
import { OutcomeLinks } from '../publications/outcome-links.js';
import { useRoom } from '../room/room-context.js';
import { CapturesUnderway } from './captures-underway.js';
import { DirectoryProvider } from './directory.js';
import { messages } from './messages.js';
import { PollDetail } from './polls/poll-detail.js';
import { useOpenPoll } from './polls/poll-store.js';
import { PollsSection } from './polls/polls-section.js';
import { ProposalDetail } from './proposal-detail.js';
import { ProposalRow } from './proposal-row.js';
import { useOpenProposal } from './proposal-store.js';
import styles from './proposals-panel.module.css';

/** The proposals and polls of the room by number, or the one that is open. */
export function ProposalsPanel() {
  const { state } = useRoom();
  const number = useOpenProposal();
  const pollId = useOpenPoll();
  const snapshot = state.record?.snapshot;
  if (!snapshot) return null;
  const open = snapshot.proposals.proposals.find((proposal) => proposal.number === number);
  const poll = snapshot.polls.polls.find(({ id }) => id === pollId);
  const { meeting, participants, delegations } = snapshot.meetings;
  return (
    <DirectoryProvider meeting={meeting} participants={participants} delegations={delegations}>
      {poll ? (
        <PollDetail key={poll.id} poll={poll} />
      ) : open ? (
        <ProposalDetail key={open.id} proposal={open} />
      ) : (
        <ProposalList />
      )}
    </DirectoryProvider>
  );
}

function ProposalList() {
  const t = useMessages(messages);
  const { state, meetingId } = useRoom();
  const proposals = state.record?.snapshot.proposals.proposals ?? [];
  return (
    <div className={styles.panel}>
      <PollsSection />
      <CapturesUnderway />
      {proposals.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <ul className={styles.list} onKeyDown={moveByArrows}>
            {proposals.map((proposal) => (
              <ProposalRow key={proposal.id} proposal={proposal} />
            ))}
          </ul>
          <Link className={styles.document} to={`/m/${meetingId}/proposals`}>
            {t('asTable')}
          </Link>
          <FollowUpSection />
          <OutcomeLinks meetingId={meetingId} />
        </>
      )}
    </div>
  );
}

function Nothing() {
  const t = useMessages(messages);
  const { may } = useRoom();
  return (
    <div className={styles.nothing}>
      <p className={styles.title}>{t('emptyTitle')}</p>
      <p className={styles.words}>
        {may('proposals.capture')
          ? t.rich('emptyStaff', { key: (words) => <Kbd key="key">{words}</Kbd> })
          : t('emptyReader')}
      </p>
    </div>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
