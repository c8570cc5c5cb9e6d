import type { MeetingDetail } from '@roundtable/contracts';
import { useId, type ReactNode } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Markdown } from '../../../ui/markdown.js';
import text from '../../../ui/text.module.css';
import { MeetingFacts } from '../meeting-facts.js';
import { messages as meetingMessages } from '../messages.js';
import { Agenda } from './agenda.js';
import { Attendance } from './attendance.js';
import styles from './programme.module.css';

/** The meeting as a printed programme: agenda and programme in the text column, facts and people beside it. */
export function Programme({ detail }: { detail: MeetingDetail }) {
  const words = useMessages(meetingMessages);
  const { meeting, me } = detail;
  return (
    <div className={styles.programme}>
      <div className={styles.text}>
        <Section title={words('agenda')}>
          <Agenda detail={detail} />
        </Section>
        {meeting.programme && (
          <Section title={words('programme')}>
            <Markdown className={text.record}>{meeting.programme}</Markdown>
          </Section>
        )}
        {!me.permissions.includes('meetings.manage') && (
          <Section title={words('participants')}>
            <Attendance detail={detail} />
          </Section>
        )}
      </div>
      <aside className={styles.margin}>
        <MeetingFacts meeting={meeting} />
      </aside>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}
