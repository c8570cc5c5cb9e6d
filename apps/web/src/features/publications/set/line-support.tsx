import type { LineSupport as Support } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useDirectory } from '../../proposals/directory.js';
import { messages } from '../messages.js';
import styles from './set-table.module.css';

/** Who stands behind a line: people, delegations by name, and the poll if there was one. */
export function LineSupport({ support }: { support: Support }) {
  const t = useMessages(messages);
  const { delegations } = useDirectory();
  const { poll } = support;
  const hasPositions = support.for + support.neutral + support.against > 0;
  const namesOf = (ids: readonly string[]) =>
    ids.map((id) => delegations.get(id)?.name ?? t('unnamed')).join(', ');
  if (!hasPositions && !poll) return <span>–</span>;
  return (
    <ul className={styles.support}>
      {hasPositions && (
        <li>{t('positions', { for: support.for, neutral: support.neutral, against: support.against })}</li>
      )}
      {support.delegationsFor.length > 0 && (
        <li>
          {t('delegationsFor')} <bdi>{namesOf(support.delegationsFor)}</bdi>
        </li>
      )}
      {support.delegationsAgainst.length > 0 && (
        <li>
          {t('delegationsAgainst')} <bdi>{namesOf(support.delegationsAgainst)}</bdi>
        </li>
      )}
      {poll && (
        <li>
          {t('poll', { number: String(poll.number), verdict: t(`verdict_${poll.verdict}`) })}
          {poll.votes && ` (${t('votes', poll.votes)})`}
        </li>
      )}
    </ul>
  );
}
