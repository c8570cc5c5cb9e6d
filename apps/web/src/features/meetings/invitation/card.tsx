import type { MeetingView } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { isLongTitle } from '../../../ui/long-title.js';
import { Name } from '../../../ui/name.js';
import { MeetingTime } from '../meeting-time.js';
import { useMeetingWords } from '../meeting-words.js';
import styles from './card.module.css';

interface CardProps {
  /** Words over the title: who invites, or a welcome. */
  opening: ReactNode;
  meeting: MeetingView;
  children: ReactNode;
}

/** An invitation as it would be printed: one column, what it is about in the middle of it. */
export function Card({ opening, meeting, children }: CardProps) {
  const { namePlace } = useMeetingWords();
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <div className={styles.opening} dir="auto">
          {opening}
        </div>
        <h1 className={styles.title} data-long={isLongTitle(meeting.title) || undefined} dir="auto">
          <Name isWrapping>{meeting.title}</Name>
        </h1>
        <div className={styles.when}>
          <MeetingTime meeting={meeting} />
          <span className={styles.place}>
            <Name isWrapping>{namePlace(meeting)}</Name>
          </span>
        </div>
      </header>
      {children}
    </article>
  );
}
