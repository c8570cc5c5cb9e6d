import type { DecisionView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Markdown } from '../../ui/markdown.js';
import text from '../../ui/text.module.css';
import { useDirectory } from './directory.js';
import { messages } from './messages.js';
import { WhoAndWhen } from './who-and-when.js';
import styles from './decision-note.module.css';

const TONES: Record<DecisionView['result'], Tone> = {
  adopted: 'ok',
  adopted_as_amended: 'ok',
  rejected: 'danger',
  not_decided: 'neutral',
};

/** What was decided, in its words. */
export function DecisionNote({ decision }: { decision: DecisionView }) {
  const t = useMessages(messages);
  const { people } = useDirectory();
  const decider = decision.decidedBy === null ? undefined : people.get(decision.decidedBy);
  return (
    <div className={styles.decision}>
      <Badge tone={TONES[decision.result]}>{t(`result_${decision.result}`)}</Badge>
      <div className={text.record}>
        <Markdown>{decision.text}</Markdown>
      </div>
      {decision.reason && (
        <p className={text.quiet}>
          <bdi>{decision.reason}</bdi>
        </p>
      )}
      <p className={text.quiet}>
        <WhoAndWhen named="decidedBy" unnamed="decidedAt" name={decider?.name} at={decision.at} />
      </p>
    </div>
  );
}
