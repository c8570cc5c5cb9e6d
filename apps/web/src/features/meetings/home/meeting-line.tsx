import type { MeetingSummary } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { wallTimeOf } from '../../../app/i18n/wall-time.js';
import { ButtonLink } from '../../../ui/button.js';
import { Name } from '../../../ui/name.js';
import { MeetingState } from '../meeting-state.js';
import { MeetingTime } from '../meeting-time.js';
import { useMeetingWords } from '../meeting-words.js';
import styles from './meeting-line.module.css';
import { messages } from './messages.js';

/** One meeting among others: its day in the margin, what it is, and the way in while it is open. */
export function MeetingLine({ summary: { meeting, me, participants } }: { summary: MeetingSummary }) {
  const t = useMessages(messages);
  const { formatDate } = useFormats();
  const { nameRoles } = useMeetingWords();
  const { id, zone, startsAt, plenary, state } = meeting;
  const isOver = state === 'closed' || state === 'published';
  return (
    <article className={styles.line}>
      <div className={styles.day}>
        <span className={styles.date}>{formatDate(startsAt, { zone, style: 'day' })}</span>{' '}
        <span className={styles.year}>{wallTimeOf(new Date(startsAt), zone).year}</span>
      </div>
      <div className={styles.words}>
        <h3 className={styles.title} dir="auto">
          <Link to={`/m/${id}`} className={styles.link}>
            <Name isWrapping>{meeting.title}</Name>
          </Link>
        </h3>
        <div className={styles.host}>
          <Name>{meeting.host}</Name>
        </div>
        <div className={styles.when}>
          <MeetingTime meeting={meeting} style="long" isDayKnown />
        </div>
        <div className={styles.meta}>
          <MeetingState state={state} />
          <span>{t('people', { count: participants })}</span>
          <span>{t('youAre', { roles: nameRoles(me.roles) })}</span>
        </div>
      </div>
      <div className={styles.way}>
        {(state === 'open' || state === 'suspended') && (
          <ButtonLink to={`/m/${id}/${plenary}`}>{t('enter')}</ButtonLink>
        )}
        {isOver && (
          <ButtonLink to={`/m/${id}/transcript`} variant="quiet">
            {t('transcript')}
          </ButtonLink>
        )}
      </div>
    </article>
  );
}
