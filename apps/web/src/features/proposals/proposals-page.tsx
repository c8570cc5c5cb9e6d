import type { MeetingDetail } from '@roundtable/contracts';
import type { ReactNode } from 'react';
import { ApiError } from '../../app/api-error.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import layout from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/skeleton.js';
import { DirectoryProvider } from './directory.js';
import { messages } from './messages.js';

interface Loaded<T> {
  data: T | undefined;
  error: unknown;
  refetch(): unknown;
}

interface ProposalsPageProps<T> {
  meeting: Loaded<MeetingDetail>;
  content: Loaded<T>;
  /** A table or a board takes the width of the page; reading keeps its measure. */
  isWide?: boolean;
  children(content: T, meeting: MeetingDetail): ReactNode;
}

/** The frame of a page about proposals: waits for its parts, and says what is in the way. */
export function ProposalsPage<T>({ meeting, content, isWide, children }: ProposalsPageProps<T>) {
  const frame = isWide ? layout.page : layout.reading;
  const t = useMessages(messages);
  const problem = useProblem();
  const error = meeting.error ?? content.error;
  // What nobody may see, and what is not there, look the same: the shell has a page for both.
  if (error instanceof ApiError && error.status === 404) throw error;
  if (error && !(meeting.data && content.data)) {
    const retry = () => {
      void meeting.refetch();
      void content.refetch();
    };
    return (
      <div className={frame}>
        <EmptyState
          level={1}
          title={t('tryAgainTitle')}
          action={<Button onPress={retry}>{t('tryAgain')}</Button>}
        >
          {problem(error)}
        </EmptyState>
      </div>
    );
  }
  if (!meeting.data || content.data === undefined) {
    return (
      <div className={frame} aria-busy="true">
        <Skeleton lines={8} />
      </div>
    );
  }
  const { meeting: view, participants, delegations } = meeting.data;
  return (
    <DirectoryProvider meeting={view} participants={participants} delegations={delegations}>
      <div className={frame}>{children(content.data, meeting.data)}</div>
    </DirectoryProvider>
  );
}
