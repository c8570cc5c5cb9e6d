import type { DecisionView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { messages } from './messages.js';
import { useTranscript } from './transcript-context.js';
import styles from './decision-block.module.css';

/** A resolution, set so that nobody who turns the pages misses it. */
export function DecisionBlock({ decision }: { decision: DecisionView }) {
  const t = useMessages(messages);
  const { register, deeds } = useTranscript();
  const proposal = decision.proposal === null ? null : register.proposalById(decision.proposal);
  const decidedBy = register.person(decision.decidedBy);
  const words = proposal && t('onProposal', { number: String(proposal.number) });
  return (
    <div className={styles.decision} data-result={decision.result}>
      <p className={styles.label}>
        {t('decision')} · {t(`result_${decision.result}`)}
      </p>
      <p className={styles.text} dir="auto">
        {decision.text}
      </p>
      <p className={styles.origin}>
        {words &&
          (deeds ? (
            <button type="button" className={styles.link} onClick={() => deeds.showProposal(proposal.number)}>
              {words}
            </button>
          ) : (
            <span>{words}</span>
          ))}
        {decidedBy && (
          <span>{t.rich('declaredBy', { person: () => <Name key="person">{decidedBy.name}</Name> })}</span>
        )}
      </p>
    </div>
  );
}
