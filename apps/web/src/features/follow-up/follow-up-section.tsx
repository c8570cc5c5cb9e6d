import { dayIn, type FollowUpView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { useNow } from '../../ui/use-now.js';
import { useRoom } from '../room/room-context.js';
import { Day } from './day.js';
import { messages } from './messages.js';
import { useAdopted } from './plan/use-adopted.js';
import { EVERYTHING, selectFollowUps, type Listed } from './select-follow-ups.js';
import { FollowUpState } from './standing.js';
import { useResponsible } from './use-responsible.js';
import styles from './follow-up-section.module.css';

const MINUTE_MS = 60_000;

/** Beside the record: what becomes of the room's adopted proposals, as soon as there is one. */
export function FollowUpSection() {
  const t = useMessages(messages);
  const { state, may, meetingId } = useRoom();
  const adopted = useAdopted();
  const snapshot = state.record?.snapshot;
  const followUps = snapshot?.followUp.followUps ?? [];
  if (!snapshot || (followUps.length === 0 && adopted.length === 0)) return null;
  return (
    <section className={styles.section} aria-labelledby="follow-up-heading">
      <header className={styles.header}>
        <h2 id="follow-up-heading" className={styles.heading}>
          {t('followUp')}
        </h2>
        <Link className={styles.page} to={`/m/${meetingId}/follow-up`}>
          {t('toFollowUp')}
        </Link>
      </header>
      {followUps.length === 0 ? (
        <p className={styles.none}>{t(may('follow_up.plan') ? 'noFollowUpsPlanner' : 'noFollowUpsReader')}</p>
      ) : (
        <Rows followUps={followUps} zone={snapshot.meetings.meeting.zone} />
      )}
    </section>
  );
}

function Rows({ followUps, zone }: { followUps: readonly FollowUpView[]; zone: string }) {
  const today = dayIn(zone, new Date(useNow(MINUTE_MS)));
  const nameOf = useResponsible();
  const listed = followUps.map((followUp) => ({
    followUp,
    responsible: nameOf(followUp.responsible),
    today,
  }));
  return (
    <ul className={styles.list}>
      {selectFollowUps(listed, EVERYTHING).map((each) => (
        <Row key={each.followUp.id} {...each} />
      ))}
    </ul>
  );
}

function Row({ followUp, responsible, today }: Listed) {
  const t = useMessages(messages);
  const { meetingId } = useRoom();
  const { number, title, progress, dueOn } = followUp;
  return (
    <li>
      <Link className={styles.row} to={`/m/${meetingId}/follow-up?proposal=${number}`}>
        <span
          className={styles.number}
          role="img"
          aria-label={t('proposalNumber', { number: String(number) })}
        >
          {number}
        </span>
        <span className={styles.words}>
          <bdi className={styles.title}>{title}</bdi>
          <span className={styles.facts}>
            <FollowUpState followUp={followUp} today={today} />
            <span>{progress} %</span>
            <Name>{responsible}</Name>
            <Day on={dueOn} />
          </span>
        </span>
      </Link>
    </li>
  );
}
