import type { PollOutcome, PollView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { Facts } from '../../../ui/facts.js';
import { messages } from './messages.js';
import { PollChart } from './poll-chart.js';
import { PollChecks } from './poll-checks.js';
import { PollRounds } from './poll-rounds.js';
import { RollCall } from './roll-call.js';
import { usePollWords } from './use-poll-words.js';
import styles from './poll-detail.module.css';

/** The result: the verdict, the count, what was asked for, the roll call or the receipts. */
export function PollOutcomePart({ poll, outcome }: { poll: PollView; outcome: PollOutcome }) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  const { verdict, leaders, numbers } = outcome;
  return (
    <section className={styles.part} aria-label={t('result')}>
      <h3 className={styles.heading}>{t('result')}</h3>
      {poll.state === 'closed' && <p className={styles.note}>{t('staffOnly')}</p>}
      <p className={styles.verdict}>
        {t(`verdict_${verdict}`)}
        {(verdict === 'chosen' || verdict === 'tied') && (
          <bdi>{` — ${t('leaders', { names: leaders.map(words.option).join(', ') })}`}</bdi>
        )}
      </p>
      {verdict !== 'too_few' && (
        <>
          <PollChart poll={poll} tally={outcome} />
          <PollChecks poll={poll} tally={outcome} />
          <PollRounds poll={poll} tally={outcome} />
        </>
      )}
      <Facts
        items={[
          { term: t('entitled'), value: people(numbers.entitled, numbers.people.entitled) },
          { term: t('present'), value: people(numbers.present, numbers.people.present) },
          { term: t('castCount'), value: people(numbers.cast, numbers.people.cast) },
          { term: t('valid'), value: numbers.valid },
          { term: t('abstentions'), value: numbers.abstentions },
        ]}
      />
      <RollCall poll={poll} outcome={outcome} />
      {outcome.receipts.length > 0 && (
        <Disclosure summary={t('receipts')}>
          <ul className={styles.receipts}>
            {outcome.receipts.map((receipt) => (
              <li key={receipt}>{receipt}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** Votes, with the heads beside them where they differ. */
function people(votes: string, heads: number): ReactNode {
  return votes === String(heads) ? votes : `${votes} (${heads})`;
}
