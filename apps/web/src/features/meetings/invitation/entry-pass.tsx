import type { DelegationView, ParticipantView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Name } from '../../../ui/name.js';
import text from '../../../ui/text.module.css';
import { useMeetingWords } from '../meeting-words.js';
import styles from './entry-pass.module.css';
import { messages } from './messages.js';

interface EntryPassProps {
  participant: ParticipantView;
  delegation: DelegationView | null;
}

/** As whom one enters, like a name plate on the table. */
export function EntryPass({ participant, delegation }: EntryPassProps) {
  const t = useMessages(messages);
  const { nameRoles } = useMeetingWords();
  return (
    <section className={styles.pass} aria-labelledby="entry-pass">
      <h2 id="entry-pass" className={text.label}>
        {t('asWhom')}
      </h2>
      <p className={styles.name} dir="auto">
        <Name isWrapping>{participant.name}</Name>
      </p>
      {participant.position && (
        <p dir="auto">
          <Name isWrapping>{participant.position}</Name>
        </p>
      )}
      {delegation && (
        <p className={styles.delegation} dir="auto">
          <Name isWrapping>{delegation.name}</Name>
        </p>
      )}
      <p className={styles.roles}>{nameRoles(participant.roles)}</p>
      <p className={styles.note}>{t('notYou')}</p>
    </section>
  );
}
