import { useMessages } from '../../app/i18n/use-messages.js';
import { messages } from './messages.js';
import { openProposal } from './proposal-store.js';
import styles from './provenance-mark.module.css';

/** A quiet sign on an entry that proposals came from its words; each number opens its proposal. */
export function ProvenanceMark({ numbers }: { numbers: readonly number[] }) {
  const t = useMessages(messages);
  if (numbers.length === 0) return null;
  return (
    <span className={styles.marks}>
      {numbers.map((number) => (
        <button
          key={number}
          type="button"
          className={styles.mark}
          title={t('markHint')}
          onClick={() => openProposal(number)}
        >
          <span aria-hidden>→ </span>
          {t('mark', { number: String(number) })}
        </button>
      ))}
    </span>
  );
}
