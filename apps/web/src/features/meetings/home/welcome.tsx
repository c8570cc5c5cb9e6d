import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { ButtonLink } from '../../../ui/button.js';
import { Disclosure } from '../../../ui/disclosure.js';
import { LostLinkForm } from '../../identity/lost-link-form.js';
import { messages } from './messages.js';
import styles from './welcome.module.css';

/** For nobody signed in: what this is, and the two ways in. */
export function Welcome() {
  const t = useMessages(messages);
  useTitle(null);
  return (
    <div className={styles.welcome}>
      <header className={styles.head}>
        <RoundTable />
        <h1 className={styles.title}>{t('welcome')}</h1>
        <p className={styles.lead}>{t('welcomeLead')}</p>
      </header>
      <div className={styles.ways}>
        <section className={styles.way}>
          <h2 className={styles.heading}>{t('invited')}</h2>
          <p>{t('invitedWords')}</p>
          <Disclosure summary={t('lostLink')}>
            <LostLinkForm />
          </Disclosure>
        </section>
        <section className={styles.way}>
          <h2 className={styles.heading}>{t('secretariat')}</h2>
          <p>{t('secretariatWords')}</p>
          <ButtonLink to="/login" variant="primary">
            {t('signIn')}
          </ButtonLink>
        </section>
      </div>
    </div>
  );
}

const SEATS = 12;

/** A table seen from above, with its seats; one of them speaks. */
function RoundTable() {
  const seats = Array.from({ length: SEATS }, (_, index) => {
    const angle = (index / SEATS) * 2 * Math.PI - Math.PI / 2;
    return { x: 60 + 50 * Math.cos(angle), y: 60 + 50 * Math.sin(angle), isSpeaking: index === 2 };
  });
  return (
    <svg className={styles.table} viewBox="0 0 120 120" width="120" height="120" aria-hidden>
      <circle cx="60" cy="60" r="34" className={styles.top} />
      {seats.map(({ x, y, isSpeaking }) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r={isSpeaking ? 5 : 3.5}
          className={isSpeaking ? styles.speaking : styles.seat}
        />
      ))}
    </svg>
  );
}
