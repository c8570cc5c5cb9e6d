import { holderOf, type ElectorView, type PollView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { messages } from './messages.js';
import { usePollWords } from './use-poll-words.js';
import styles from './poll-detail.module.css';

/** Who may vote: folded away, but for who votes for whom and what does not weigh one. */
export function PollElectorate({ poll }: { poll: PollView }) {
  const t = useMessages(messages);
  const words = usePollWords(poll);
  const electors = (poll.outcome?.electorate ?? poll.electors)
    .map((elector) => ({ ...elector, name: words.elector(elector.id) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const lines = electors.flatMap((elector) => linesOf(elector));
  return (
    <section className={styles.part} aria-label={t('electorate')}>
      {lines.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('proxiesAndWeights')}</h3>
          <ul className={styles.electors}>
            {lines.map((line) => (
              <li key={line}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <Disclosure summary={t('electorateOf', { count: electors.length })}>
        <ul className={styles.electors}>
          {electors.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );

  function linesOf({ id, name, weight, proxy }: ElectorView & { name: string }): string[] {
    const holder = words.elector(holderOf(poll.electors, id));
    return [
      ...(weight === '1' ? [] : [t('weightLine', { name, weight })]),
      ...(proxy === null ? [] : [t('proxyLine', { name, holder })]),
    ];
  }
}
