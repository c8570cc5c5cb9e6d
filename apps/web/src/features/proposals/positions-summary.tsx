import type { PositionView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Disclosure } from '../../ui/disclosure.js';
import { Name } from '../../ui/name.js';
import text from '../../ui/text.module.css';
import { useDirectory } from './directory.js';
import { messages } from './messages.js';
import { countPositions } from './positions.js';
import styles from './positions-summary.module.css';

/** How many are for and against, and the reasons that were given. Nothing where nobody has answered. */
export function PositionsSummary({ positions }: { positions: readonly PositionView[] }) {
  const t = useMessages(messages);
  const { people } = useDirectory();
  if (positions.length === 0) return null;
  const counts = countPositions(positions);
  const reasoned = positions.filter(({ reason }) => reason);
  return (
    <>
      <p className={styles.counts}>
        <span>{t('for', { count: counts.for })}</span>
        <span>{t('against', { count: counts.against })}</span>
        {counts.undecided > 0 && <span>{t('undecided', { count: counts.undecided })}</span>}
      </p>
      {reasoned.length > 0 && (
        <Disclosure summary={t('reasons', { count: reasoned.length })}>
          <ul className={styles.reasons}>
            {reasoned.map(({ participant, reason }) => (
              <li key={participant}>
                <span className={text.quiet}>
                  <Name>{people.get(participant)?.name ?? t('unnamed')}</Name>
                </span>
                <p className={text.record} dir="auto">
                  {reason}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
