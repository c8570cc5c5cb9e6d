import { isOverdue, type FollowUpState, type FollowUpView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../ui/badge.js';
import layout from '../../ui/layout.module.css';
import { Progress } from '../../ui/progress.js';
import { messages } from './messages.js';
import styles from './follow-up.module.css';

const TONES: Record<FollowUpState, Tone> = {
  planned: 'neutral',
  under_way: 'accent',
  done: 'ok',
  delayed: 'warn',
  dropped: 'neutral',
};

/** How it stands, in a word, and whether it is late. `today` is a day of the meeting's zone. */
export function FollowUpState({ followUp, today }: { followUp: FollowUpView; today: string }) {
  const t = useMessages(messages);
  return (
    <span className={layout.row}>
      <Badge tone={TONES[followUp.state]}>{t(followUp.state)}</Badge>
      {isOverdue(followUp, today) && <Badge tone="danger">{t('overdue')}</Badge>}
    </span>
  );
}

/** How far it is: a line, and the share in figures. */
export function Share({ number, progress }: { number: number; progress: number }) {
  const t = useMessages(messages);
  return (
    <span className={styles.share}>
      <Progress
        label={t('progressOf', { number: String(number) })}
        value={progress / 100}
        className={styles.line}
      />
      <span className={styles.figure}>{progress} %</span>
    </span>
  );
}
