import { Link, useParams } from 'react-router';
import { ApiError } from '../../app/api-error.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { NotFound } from '../../app/not-found.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import { useTitle } from '../../app/use-title.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import layout from '../../ui/layout.module.css';
import { Name } from '../../ui/name.js';
import { Progress } from '../../ui/progress.js';
import { Skeleton } from '../../ui/skeleton.js';
import { messages } from './messages.js';
import { Reader } from './reader.js';
import { useOutline } from './use-outline.js';

/** `/m/:meeting/transcript`, and `?at=SEQ` for an entry in it. */
export function TranscriptScreen() {
  const { meeting = '' } = useParams();
  const t = useMessages(messages);
  const outline = useOutline(meeting);
  useTitle(outline.data ? `${t('transcript')} · ${outline.data.meeting.title}` : t('transcript'));

  if (outline.data)
    return (
      <>
        <ShellSlot name="title">
          <Link className={layout.grow} to={`/m/${meeting}`}>
            <Name>{outline.data.meeting.title}</Name>
          </Link>
        </ShellSlot>
        <Reader key={meeting} outline={outline.data} />
      </>
    );
  if (outline.error)
    return (
      <TranscriptProblem meeting={meeting} error={outline.error} onRetry={() => void outline.refetch()} />
    );
  return (
    <div className={layout.reading}>
      <Progress label={t('loading')} />
      <Skeleton lines={12} />
    </div>
  );
}

interface TranscriptProblemProps {
  meeting: string;
  error: unknown;
  onRetry(): void;
}

/** Why a transcript cannot be read, and the way out. */
export function TranscriptProblem({ meeting, error, onRetry }: TranscriptProblemProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const code = error instanceof ApiError ? error.code : null;
  if (code === 'not_found') return <NotFound />;
  const way =
    code === 'unauthenticated' ? (
      <Link to="/login">{t('signIn')}</Link>
    ) : code === 'meeting_not_open' ? (
      <Link to={`/m/${meeting}`}>{t('toMeeting')}</Link>
    ) : (
      <Button variant="primary" onPress={onRetry}>
        {t('tryAgain')}
      </Button>
    );
  return (
    <div className={layout.reading}>
      <EmptyState level={1} title={t('cannotRead')} action={way}>
        {code === 'meeting_not_open' ? t('notBegun') : problem(error)}
      </EmptyState>
    </div>
  );
}
