import type { MeetingSummary } from '@roundtable/contracts';
import { useId, useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import text from '../../../ui/text.module.css';
import { VisuallyHidden } from '../../../ui/visually-hidden.js';
import { MeetingLine } from './meeting-line.js';
import styles from './meeting-list.module.css';
import { messages } from './messages.js';

const AT_ONCE = 30;

interface MeetingListProps {
  heading: string;
  summaries: readonly MeetingSummary[];
  /** The only meeting there is needs no heading over it. */
  isOnly: boolean;
}

/** Meetings under a heading, as in a programme; long lists unfold. */
export function MeetingList({ heading, summaries, isOnly }: MeetingListProps) {
  const t = useMessages(messages);
  const id = useId();
  const [shown, setShown] = useState(AT_ONCE);
  const title = (
    <h2 id={id} className={isOnly ? undefined : text.label}>
      {heading}
    </h2>
  );
  const more = Math.min(AT_ONCE, summaries.length - shown);
  return (
    <section aria-labelledby={id}>
      {isOnly ? <VisuallyHidden>{title}</VisuallyHidden> : title}
      <ul className={styles.list} role="list">
        {summaries.slice(0, shown).map((summary) => (
          <li key={summary.meeting.id} className={styles.item}>
            <MeetingLine summary={summary} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button variant="quiet" onPress={() => setShown(shown + AT_ONCE)}>
          {t('showMore', { count: more })}
        </Button>
      )}
    </section>
  );
}
