import type { ParticipantView, TranscriptOutline } from '@roundtable/contracts';
import { useFormats } from '../../app/i18n/i18n-provider.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { phone, useMediaQuery } from '../../ui/use-media-query.js';
import { attendanceByDelegation } from './attendance-list.js';
import { messages } from './messages.js';
import { useTranscript } from './transcript-context.js';
import styles from './attendance.module.css';

const foldedFrom = 13;
const foldedOnPhoneFrom = 6;

/** Who took part, by delegation; a long list is folded on the screen, never on paper. */
export function Attendance({ outline }: { outline: TranscriptOutline }) {
  const t = useMessages(messages);
  const { compareNames } = useFormats();
  const { deeds } = useTranscript();
  const isPhone = useMediaQuery(phone);
  const groups = attendanceByDelegation(outline, compareNames);
  const present = groups.reduce((sum, { people }) => sum + people.length, 0);
  if (present === 0) return null;
  // Where all were in one place, or all remote, the head of the document says so once.
  const isHybrid =
    new Set(outline.participants.map((person) => person.attendance)).size > 1 &&
    Boolean(outline.meeting.venue);
  const list = (
    <div className={styles.groups}>
      {groups.map(({ delegation, people }) => (
        <section key={delegation?.id ?? ''} className={styles.group}>
          {(delegation || groups.length > 1) && (
            <h3 className={styles.delegation} dir="auto">
              {delegation?.name ?? t('withoutDelegation')}
            </h3>
          )}
          <ul role="list" className={styles.people}>
            {people.map((person) => (
              <Person key={person.id} person={person} isHybrid={isHybrid} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
  const heading = (
    <span className={styles.heading}>
      {t('attendance')} <span className={styles.count}>{present}</span>
    </span>
  );
  if (!deeds || present < (isPhone ? foldedOnPhoneFrom : foldedFrom))
    return (
      <div className={styles.attendance}>
        <h2 className={styles.headingLine}>{heading}</h2>
        {list}
      </div>
    );
  return (
    <details className={styles.attendance}>
      <summary className={styles.headingLine}>{heading}</summary>
      {list}
    </details>
  );
}

function Person({ person, isHybrid }: { person: ParticipantView; isHybrid: boolean }) {
  const t = useMessages(messages);
  const { formatList } = useFormats();
  const roles = person.roles.filter((role) => role !== 'expert');
  const notes = [
    formatList(roles.map((role) => t(`role_${role}`))),
    isHybrid && person.attendance && t(`attendance_${person.attendance}`),
    person.removed && t('removed'),
  ].filter((note) => note);
  return (
    <li>
      <bdi className={styles.name}>{person.name}</bdi>
      {person.position && <bdi className={styles.position}>{person.position}</bdi>}
      {notes.length > 0 && <span className={styles.notes}>{notes.join(' · ')}</span>}
    </li>
  );
}
