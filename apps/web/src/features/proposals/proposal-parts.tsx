import type { ProposalView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Facts, type Fact } from '../../ui/facts.js';
import { Markdown } from '../../ui/markdown.js';
import { Name } from '../../ui/name.js';
import text from '../../ui/text.module.css';
import { DecisionNote } from './decision-note.js';
import { messages } from './messages.js';
import { PositionsSummary } from './positions-summary.js';
import { ProposalSource } from './proposal-source.js';
import styles from './proposal-parts.module.css';

interface ProposalWordsProps {
  proposal: ProposalView;
  /** The text, where it is shown otherwise than as it was last saved. */
  children?: ReactNode;
}

/** What a proposal says, for those who read it. */
export function ProposalWords({ proposal, children }: ProposalWordsProps) {
  const t = useMessages(messages);
  const fact = (term: string, value: string | null): Fact | null =>
    value === null ? null : { term, value: <Name isWrapping>{value}</Name> };
  const facts = [
    fact(t('focusArea'), proposal.focusArea),
    fact(t('responsible'), proposal.responsible),
    fact(t('timeline'), proposal.timeline),
  ].filter((each) => each !== null);
  return (
    <div className={styles.words}>
      {children ?? (
        <div className={text.record}>
          <Markdown>{proposal.text}</Markdown>
        </div>
      )}
      {facts.length > 0 && <Facts items={facts} />}
    </div>
  );
}

interface ProposalOutcomeProps {
  proposal: ProposalView;
  /** Level of the headings. */
  level: 2 | 3;
  onFollow?(): void;
}

/** What became of it and where it came from. */
export function ProposalOutcome({ proposal, level, onFollow }: ProposalOutcomeProps) {
  const t = useMessages(messages);
  return (
    <>
      {proposal.decision && (
        <Part title={t('decision')} level={level}>
          <DecisionNote decision={proposal.decision} />
        </Part>
      )}
      {proposal.positions.length > 0 && (
        <Part title={t('positions')} level={level}>
          <PositionsSummary positions={proposal.positions} />
        </Part>
      )}
      {proposal.sources.length > 0 && (
        <Part title={t('provenance')} level={level}>
          {proposal.sources.map((source, index) => (
            <ProposalSource key={index} source={source} onFollow={onFollow} />
          ))}
        </Part>
      )}
    </>
  );
}

/** A titled part of a proposal. */
export function Part({ title, level, children }: { title: string; level: 2 | 3; children: ReactNode }) {
  const Heading = `h${level}` as const;
  return (
    <section className={styles.part}>
      <Heading className={styles.heading}>{title}</Heading>
      {children}
    </section>
  );
}
