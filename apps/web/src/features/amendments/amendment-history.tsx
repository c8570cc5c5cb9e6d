import type { AmendmentStep, AmendmentView, ProposalView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Name } from '../../ui/name.js';
import { Skeleton } from '../../ui/skeleton.js';
import text from '../../ui/text.module.css';
import { Time } from '../../ui/time.js';
import { useDirectory } from '../proposals/directory.js';
import { messages } from './messages.js';
import { useAmendmentSteps } from './use-amendment-queries.js';
import styles from './amendments.module.css';

interface AmendmentHistoryProps {
  amendment: AmendmentView;
  proposal: ProposalView;
  /** False as long as nobody looks. */
  isWanted: boolean;
}

/** Every step of an amendment with who, when and why, each leading into the record. */
export function AmendmentHistory({ amendment, proposal, isWanted }: AmendmentHistoryProps) {
  const problem = useProblem();
  const { data, error } = useAmendmentSteps(proposal, amendment, isWanted);
  if (error && !data) return <p className={text.quiet}>{problem(error)}</p>;
  if (!data) return <Skeleton lines={2} />;
  return (
    <ol className={styles.steps}>
      {data.map((step) => (
        <Step key={step.seq} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: AmendmentStep }) {
  const t = useMessages(messages);
  const { meeting, people } = useDirectory();
  const name = step.actor === null ? undefined : people.get(step.actor)?.name;
  const seq = String(step.seq);
  const isLeftBehind = step.kind === 'carried' && step.state === 'needs_rebase';
  const values = { version: String(step.version), paragraph: String(step.paragraph) };
  return (
    <li>
      {t(isLeftBehind ? 'did_carried_rebase' : `did_${step.kind}`, values)}
      {step.reason && <bdi> — {step.reason}</bdi>}
      {' · '}
      {name && (
        <>
          <Name isWrapping>{name}</Name>
          {' · '}
        </>
      )}
      <Time at={step.at} zone={meeting.zone} show="dateTime" dateStyle="medium" />
      {' · '}
      <Link to={`/m/${meeting.id}/${meeting.plenary}/${seq}`} aria-label={t('entryName', { seq })}>
        {t('entry', { seq })}
      </Link>
    </li>
  );
}
