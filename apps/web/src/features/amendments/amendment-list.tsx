import type { AmendmentView, ProposalView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { AmendmentCard } from './amendment-card.js';
import { groupByParagraph } from './by-paragraph.js';
import { messages } from './messages.js';
import type { Amendments } from './use-amendments.js';
import styles from './amendments.module.css';

/** All amendments of a proposal, in the order of the text; then those that need new words, then those that are settled. */
export function AmendmentList({ proposal, all }: { proposal: ProposalView; all: Amendments }) {
  const t = useMessages(messages);
  const { standing, needing, settled } = groupByParagraph(all.amendments);
  const group = (key: string, title: string, amendments: readonly AmendmentView[]) =>
    amendments.length > 0 && (
      <section key={key} className={styles.group} aria-label={title}>
        <h3 className={styles.groupHead}>{title}</h3>
        {amendments.map((amendment) => (
          <AmendmentCard key={amendment.id} amendment={amendment} proposal={proposal} all={all} />
        ))}
      </section>
    );
  return (
    <div className={styles.groups}>
      {standing.map(({ paragraph, amendments }) =>
        group(
          String(paragraph),
          paragraph === 0 ? t('beforeAll') : t('paragraphName', { paragraph: String(paragraph) }),
          amendments,
        ),
      )}
      {group('needing', t('needing'), needing)}
      {group('settled', t('settled'), settled)}
    </div>
  );
}
