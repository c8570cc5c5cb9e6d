import type { ProposalView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { useDirectory } from './directory.js';
import { AdmittedNumber } from './life/standing.js';
import { messages } from './messages.js';
import { ProposalOutcome, ProposalWords } from './proposal-parts.js';
import { ProposalState } from './proposal-state.js';
import { WhoAndWhen } from './who-and-when.js';
import styles from './proposal-article.module.css';

/** A proposal in the document of all proposals. */
export function ProposalArticle({ proposal }: { proposal: ProposalView }) {
  const t = useMessages(messages);
  const { meeting } = useDirectory();
  const number = String(proposal.number);
  return (
    <article className={styles.article} aria-label={t('proposalOf', { number, title: proposal.title })}>
      <header className={styles.header}>
        <span className={styles.number}>
          <Link to={`/m/${meeting.id}/proposals/${number}`}>{t('proposal', { number })}</Link>
          <AdmittedNumber proposal={proposal} />
          <ProposalState state={proposal.state} />
        </span>
        <h2 className={styles.title}>
          <Name isWrapping>{proposal.title}</Name>
        </h2>
        <p className={styles.captured}>
          <Captured proposal={proposal} />
        </p>
      </header>
      <ProposalWords proposal={proposal} />
      <ProposalOutcome proposal={proposal} level={3} />
    </article>
  );
}

/** Who captured it and when. */
export function Captured({ proposal }: { proposal: ProposalView }) {
  const { people } = useDirectory();
  const capturer = proposal.capturedBy === null ? undefined : people.get(proposal.capturedBy);
  return (
    <WhoAndWhen named="capturedBy" unnamed="capturedAt" name={capturer?.name} at={proposal.capturedAt} />
  );
}
