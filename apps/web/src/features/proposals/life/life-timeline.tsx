import type { ProposalStep, ProposalView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Name } from '../../../ui/name.js';
import { Skeleton } from '../../../ui/skeleton.js';
import text from '../../../ui/text.module.css';
import { Time } from '../../../ui/time.js';
import { useDirectory } from '../directory.js';
import { messages } from './messages.js';
import { useLife } from './use-life.js';
import { useStepWords } from './use-step-words.js';
import styles from './life-timeline.module.css';

interface LifeTimelineProps {
  proposal: ProposalView;
  /** The others of the room, to name those it was merged with. */
  proposals: readonly ProposalView[];
  onFollow?(): void;
}

/** The life of a proposal: every step with who, when and why, each leading into the record. */
export function LifeTimeline({ proposal, proposals, onFollow }: LifeTimelineProps) {
  const problem = useProblem();
  const { meeting } = useDirectory();
  const { data, error } = useLife(meeting.id, proposal);
  if (error && !data) return <p className={text.quiet}>{problem(error)}</p>;
  if (!data) return <Skeleton lines={3} />;
  return (
    <ol className={styles.steps}>
      {data.map((step) => (
        <Step key={step.seq} step={step} proposals={proposals} onFollow={onFollow} />
      ))}
    </ol>
  );
}

interface StepProps {
  step: ProposalStep;
  proposals: readonly ProposalView[];
  onFollow?: (() => void) | undefined;
}

function Step({ step, proposals, onFollow }: StepProps) {
  const t = useMessages(messages);
  const { meeting, people } = useDirectory();
  const name = step.actor === null ? undefined : people.get(step.actor)?.name;
  const tell = useStepWords(proposals);
  const seq = String(step.seq);
  return (
    <li className={styles.step} data-kind={step.kind}>
      <span className={styles.what}>{tell(step)}</span>
      {step.reason && (
        <q className={styles.reason} dir="auto">
          {step.reason}
        </q>
      )}
      <span className={styles.who}>
        {name && <Name isWrapping>{name}</Name>}
        <Time at={step.at} zone={meeting.zone} show="dateTime" dateStyle="medium" />
        <Link
          to={`/m/${meeting.id}/${meeting.plenary}/${seq}`}
          aria-label={t('entryName', { seq })}
          onClick={onFollow}
        >
          {t('entry', { seq })}
        </Link>
      </span>
    </li>
  );
}
