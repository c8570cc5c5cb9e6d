import type { EventState } from '@roundtable/client';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { Time } from '../../ui/time.js';
import { useRoom } from '../room/room-context.js';
import { EventWords } from './event-words.js';
import { messages } from './messages.js';
import styles from './event-line.module.css';

interface EventLineProps {
  event: EventState;
  isGoal: boolean;
  isCurrent: boolean;
}

/** Something that happened: items and decisions as a document sets them, the rest quietly. */
export function EventLine({ event, isGoal, isCurrent }: EventLineProps) {
  const { state } = useRoom();
  const zone = state.record?.snapshot.meetings.meeting.zone;
  return (
    <div
      id={`entry-${event.seq}`}
      role="group"
      className={styles.line}
      data-goal={isGoal || undefined}
      tabIndex={isCurrent ? 0 : -1}
    >
      <span className={styles.margin}>
        <Time at={event.at} zone={zone} />
      </span>
      <div className={styles.content}>{shape(event)}</div>
    </div>
  );
}

function shape(event: EventState) {
  if (event.type === 'meetings.item_opened') return <ItemHeading event={event} />;
  if (event.type === 'proposals.decided') return <Resolution event={event} />;
  return (
    <p className={styles.quiet}>
      <EventWords event={event} />
    </p>
  );
}

function ItemHeading({ event }: { event: EventState<'meetings.item_opened'> }) {
  const t = useMessages(messages);
  const { number, title } = event.data.item;
  return (
    <div className={styles.item}>
      <span className={styles.label}>{t('itemOpened', { number })}</span>
      <Name isWrapping className={styles.title}>
        {title}
      </Name>
    </div>
  );
}

function Resolution({ event }: { event: EventState<'proposals.decided'> }) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const { decision } = event.data;
  const proposal = state.record?.snapshot.proposals.proposals.find(({ id }) => id === decision.proposal);
  return (
    <div className={styles.resolution}>
      <span className={styles.label}>
        {t(`decided_${decision.result}`)}
        {proposal && ` · ${t('proposalNumber', { number: proposal.number })}`}
      </span>
      <bdi className={styles.text}>{decision.text}</bdi>
    </div>
  );
}
