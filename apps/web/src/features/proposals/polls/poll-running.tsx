import type { PollProgress, PollView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { messages } from './messages.js';
import { PollChart } from './poll-chart.js';
import { PollChecks } from './poll-checks.js';
import styles from './poll-detail.module.css';

/** How voting goes: turnout, and where results are not hidden what they are now and what is met. */
export function PollRunning({ poll, progress }: { poll: PollView; progress: PollProgress }) {
  const t = useMessages(messages);
  const { turnout, entitled, present, tally } = progress;
  return (
    <section className={styles.part} aria-label={t('runningCount')}>
      <h3 className={styles.heading}>{t('runningCount')}</h3>
      <p>
        {turnout === null ? t('turnoutHidden', { entitled }) : t('turnout', { cast: turnout, entitled })}
        {' · '}
        {t('presentNow', { present })}
      </p>
      {tally ? (
        <>
          <PollChart poll={poll} tally={tally} />
          <PollChecks poll={poll} tally={tally} />
        </>
      ) : (
        <p className={styles.note}>{t('hiddenNote')}</p>
      )}
    </section>
  );
}
