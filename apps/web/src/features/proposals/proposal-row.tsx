import type { ProposalView } from '@roundtable/contracts';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { Time } from '../../ui/time.js';
import { useRoom } from '../room/room-context.js';
import { AdmittedNumber } from './life/standing.js';
import { messages } from './messages.js';
import { ProposalState } from './proposal-state.js';
import { openProposal, takeFocusWish } from './proposal-store.js';
import styles from './proposal-row.module.css';

/** A proposal in the list: number, title, where it stands, who captured it and when. */
export function ProposalRow({ proposal }: { proposal: ProposalView }) {
  const t = useMessages(messages);
  const { people, state } = useRoom();
  const zone = state.record?.snapshot.meetings.meeting.zone;
  const capturer = proposal.capturedBy === null ? undefined : people.get(proposal.capturedBy);
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takeFocusWish(proposal.number, 'row')) row.current?.focus();
  }, [proposal.number]);
  return (
    <li className={styles.item}>
      <button
        ref={row}
        type="button"
        className={styles.row}
        data-over={proposal.state === 'withdrawn' || undefined}
        onClick={() => openProposal(proposal.number)}
      >
        <span
          className={styles.number}
          aria-label={t('proposal', { number: String(proposal.number) })}
          role="img"
        >
          {proposal.number}
        </span>
        <span className={styles.words}>
          <bdi className={styles.title}>{proposal.title}</bdi>
          <span className={styles.facts}>
            <AdmittedNumber proposal={proposal} />
            <ProposalState state={proposal.state} />
            {proposal.focusArea && (
              <span className={styles.fact}>
                <Name>{proposal.focusArea}</Name>
              </span>
            )}
            <span className={styles.fact}>
              {capturer && (
                <span className={styles.capturer}>
                  <Name>{capturer.name}</Name>
                </span>
              )}
              <Time at={proposal.capturedAt} zone={zone} />
            </span>
          </span>
        </span>
      </button>
    </li>
  );
}
