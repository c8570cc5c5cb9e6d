import type { MeetingDetail } from '@roundtable/contracts';
import { CalendarPlus } from 'lucide-react';
import { apiHref } from '../../../app/api.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ButtonLink } from '../../../ui/button.js';
import { isLongTitle } from '../../../ui/long-title.js';
import { Name } from '../../../ui/name.js';
import { OutcomeLinks } from '../../publications/outcome-links.js';
import { MeetingTime } from '../meeting-time.js';
import { useMeetingWords } from '../meeting-words.js';
import { MeetingActs } from './meeting-acts.js';
import styles from './meeting-head.module.css';
import { messages } from './messages.js';
import { StateLine } from './state-line.js';

/** The head of the programme: who invites to what, when and where, how it stands, and the way in. */
export function MeetingHead({ detail }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const { namePlace } = useMeetingWords();
  const { meeting, me } = detail;
  return (
    <header className={styles.head}>
      <p className={styles.host} dir="auto">
        <Name isWrapping>{meeting.host}</Name>
      </p>
      <h1 className={styles.title} data-long={isLongTitle(meeting.title) || undefined} dir="auto">
        <Name isWrapping>{meeting.title}</Name>
      </h1>
      <div className={styles.when}>
        <MeetingTime meeting={meeting} />
        <span className={styles.where}>
          <Name isWrapping>{namePlace(meeting)}</Name>
        </span>
      </div>
      <StateLine detail={detail} />
      <div className={styles.ways}>
        <WaysIn detail={detail} />
        <MeetingActs detail={detail} />
        {me.permissions.includes('meetings.manage') && !isOver(detail) && (
          <ButtonLink to={`/m/${meeting.id}/edit`} variant="quiet">
            {t('edit')}
          </ButtonLink>
        )}
        <ButtonLink to={`/m/${meeting.id}/acts`} variant="quiet">
          {t('acts')}
        </ButtonLink>
        {!isOver(detail) && (
          <a className={styles.calendar} href={apiHref(`/meetings/${meeting.id}/calendar.ics`)} download>
            <CalendarPlus size={16} aria-hidden />
            {t('calendar')}
          </a>
        )}
      </div>
    </header>
  );
}

function WaysIn({ detail }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const { id, plenary, state } = detail.meeting;
  const room = `/m/${id}/${plenary}`;
  if (isOver(detail)) {
    return (
      <>
        <ButtonLink to={`/m/${id}/transcript`} variant="primary">
          {t('transcript')}
        </ButtonLink>
        <ButtonLink to={`/m/${id}/proposals`}>{t('proposals')}</ButtonLink>
        <OutcomeLinks meetingId={id} />
      </>
    );
  }
  if (state === 'open' || state === 'suspended') {
    return (
      <ButtonLink to={room} variant="primary">
        {t('enter')}
      </ButtonLink>
    );
  }
  if (detail.me.permissions.includes('room.read'))
    return <ButtonLink to={room}>{t('enterEarly')}</ButtonLink>;
  return (
    <ButtonLink to={`/m/${id}/lobby`} variant="primary">
      {t('waitingPage')}
    </ButtonLink>
  );
}

function isOver({ meeting: { state } }: MeetingDetail): boolean {
  return state === 'closed' || state === 'published';
}
