import type { ProposalView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Name } from '../../../ui/name.js';
import { AmendmentsCount } from '../../amendments/record/amendments-note.js';
import { useDirectory } from '../directory.js';
import { MoveMenu } from '../life/move-menu.js';
import { AdmittedNumber } from '../life/standing.js';
import { useSubmitterName } from '../life/use-submitter-name.js';
import { ProposalState } from '../proposal-state.js';
import { messages } from './messages.js';
import { supportOf } from './proposal-selection.js';
import { signed } from './signed.js';
import styles from './proposal-card.module.css';

interface ProposalCardProps {
  proposal: ProposalView;
  isLive: boolean;
  /** Only one card of the board is reached by Tab; the arrow keys lead to the others. */
  isCurrent: boolean;
  /** Columns of one state need not repeat it. */
  showsState: boolean;
  onFocus(): void;
}

/** A proposal on the board: what it is, who submits it, how it is supported, and its steps. */
export function ProposalCard({ proposal, isLive, isCurrent, showsState, onFocus }: ProposalCardProps) {
  const t = useMessages(messages);
  const { meeting } = useDirectory();
  const nameOf = useSubmitterName();
  const [submitter, ...others] = proposal.life?.submitters ?? [];
  const { sum, count } = supportOf(proposal);
  const number = String(proposal.number);
  return (
    <li className={styles.card} onFocus={onFocus}>
      <span className={styles.head}>
        <span className={styles.number}>{number}</span>
        <AdmittedNumber proposal={proposal} />
        {showsState && <ProposalState state={proposal.state} />}
      </span>
      <Link
        to={`/m/${meeting.id}/proposals/${number}`}
        className={styles.title}
        data-card={proposal.id}
        tabIndex={isCurrent ? 0 : -1}
      >
        <bdi>{proposal.title}</bdi>
      </Link>
      {proposal.focusArea && (
        <span className={styles.fact}>
          <Name>{proposal.focusArea}</Name>
        </span>
      )}
      {submitter && (
        <span className={styles.fact}>
          <Name>{nameOf(submitter)}</Name>
          {others.length > 0 && <span> +{others.length}</span>}
        </span>
      )}
      {count > 0 && <span className={styles.fact}>{t('supportOf', { sum: signed(sum), count })}</span>}
      {isLive && <AmendmentsCount proposal={proposal} className={styles.fact} />}
      {isLive && <MoveMenu proposal={proposal} isSkipped={!isCurrent} />}
    </li>
  );
}
