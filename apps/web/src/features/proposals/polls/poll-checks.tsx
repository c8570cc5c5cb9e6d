import type { PollTally, PollView } from '@roundtable/contracts';
import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { messages } from './messages.js';
import { writeShare } from './share.js';
import { usePollWords } from './use-poll-words.js';
import styles from './poll-detail.module.css';

/** Quorum and thresholds, each met or not, with the numbers. */
export function PollChecks({ poll, tally }: { poll: PollView; tally: PollTally }) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  const { quorum, thresholds } = tally;
  if (!quorum && thresholds.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{t('thresholds')}</h3>
      <ul className={styles.checks}>
        {quorum && poll.rules.quorum && (
          <CheckLine isMet={quorum.isMet}>
            {`${t('quorum')}: ${writeShare(poll.rules.quorum)} — ${t('measured', quorumOf(quorum))}`}
          </CheckLine>
        )}
        {thresholds.map((threshold, index) => (
          <CheckLine key={index} isMet={threshold.isMet}>
            <bdi>{words.threshold(threshold)}</bdi>
            {` — ${t('measured', quorumOf(threshold))}`}
          </CheckLine>
        ))}
      </ul>
    </div>
  );
}

function CheckLine({ isMet, children }: { isMet: boolean; children: ReactNode }) {
  const t = useMessages(messages);
  return (
    <li className={`${styles.check} ${isMet ? styles.met : styles.unmet}`}>
      {isMet ? <Check size={18} aria-hidden /> : <X size={18} aria-hidden />}
      <span>
        {children}: <strong>{t(isMet ? 'isMet' : 'isNotMet')}</strong>
      </span>
    </li>
  );
}

function quorumOf({ measured, of }: { measured: string; of: string }) {
  return { measured, of };
}
