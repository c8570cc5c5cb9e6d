import type { DecisionView, ProposalView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { DecisionNote } from '../decision-note.js';
import { messages } from '../messages.js';
import { ProposalArticle } from '../proposal-article.js';
import styles from './proposals-document.module.css';

interface ProposalsDocumentProps {
  proposals: readonly ProposalView[];
  decisions: readonly DecisionView[];
}

/** Proposals as one document, each with its provenance, and what was decided without a proposal. */
export function ProposalsDocument({ proposals, decisions }: ProposalsDocumentProps) {
  const t = useMessages(messages);
  const alone = decisions.filter(({ proposal }) => proposal === null);
  return (
    <>
      {proposals.map((proposal) => (
        <ProposalArticle key={proposal.id} proposal={proposal} />
      ))}
      {alone.length > 0 && (
        <section className={styles.decisions} aria-labelledby="decisions">
          <h2 id="decisions">{t('decisions')}</h2>
          {alone.map((decision) => (
            <DecisionNote key={decision.id} decision={decision} />
          ))}
        </section>
      )}
    </>
  );
}
