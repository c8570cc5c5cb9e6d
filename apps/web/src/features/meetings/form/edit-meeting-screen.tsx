import type { MeetingView } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ApiError } from '../../../app/api-error.js';
import { api } from '../../../app/api.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { useActId } from '../../../app/use-act-id.js';
import { useTitle } from '../../../app/use-title.js';
import { Banner } from '../../../ui/banner.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { PageHeader } from '../../../ui/page-header.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { LoadProblem } from '../load-problem.js';
import { refreshMeeting, useMeeting } from '../meeting-queries.js';
import { messages as meetingMessages } from '../messages.js';
import { changesOf, draftOf, rebase, type MeetingDraft } from './meeting-draft.js';
import { MeetingForm } from './meeting-form.js';
import { messages } from './messages.js';

/** Changes a meeting that exists. */
export function EditMeetingScreen() {
  const t = useMessages(messages);
  const { meeting: id = '' } = useParams();
  const detail = useMeeting(id);
  useTitle(t('editTitle'));
  if (detail.error && !detail.data) {
    return <LoadProblem problem={detail.error} onRetry={() => void detail.refetch()} />;
  }
  return (
    <div className={layout.page}>
      {detail.data ? <Editing key={id} meeting={detail.data.meeting} /> : <Skeleton lines={8} />}
    </div>
  );
}

/** What was begun while it was possible stays, also where the meeting is closed meanwhile. */
function Editing({ meeting }: { meeting: MeetingView }) {
  const t = useMessages(messages);
  const [wasPossible] = useState(!isOver(meeting));
  return wasPossible ? (
    <EditForm newest={meeting} />
  ) : (
    <EmptyState
      level={1}
      title={t('notPossible')}
      action={<ButtonLink to={`/m/${meeting.id}`}>{t('toMeeting')}</ButtonLink>}
    />
  );
}

/** Keeps to the version it began with; somebody else's newer one is refused by the server and offered here. */
function EditForm({ newest }: { newest: MeetingView }) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const problem = useProblem();
  const navigate = useNavigate();
  const [base, setBase] = useState(newest);
  const [draft, setDraft] = useState(() => draftOf(newest));
  const toMeeting = `/m/${base.id}`;
  const act = useActId();
  const change = useMutation({
    mutationFn: (wanted: MeetingDraft) => {
      const changes = { version: base.version, ...changesOf(draftOf(base), wanted) };
      return api.patch<MeetingView>(`/meetings/${base.id}`, { clientId: act.for(changes), ...changes });
    },
    onSuccess: async () => {
      await refreshMeeting(base.id);
      showToast({ text: t('saved') });
      await navigate(toMeeting);
    },
    onError: async (error) => {
      if (refuses(error, 'nothing_changed')) await navigate(toMeeting);
      // Somebody else changed it, or closed it.
      else await refreshMeeting(base.id);
    },
  });
  const isStale = refuses(change.error, 'stale_version');
  const takeNewer = () => {
    change.reset();
    setDraft(rebase({ base: draftOf(base), own: draft, newest: draftOf(newest) }));
    setBase(newest);
  };
  return (
    <>
      <PageHeader kicker={<Name isWrapping>{base.title}</Name>} title={t('editTitle')} />
      {isOver(newest) && <Banner tone="warn">{t('closedMeanwhile')}</Banner>}
      {isStale && !isOver(newest) && newest.version !== base.version && (
        <Banner tone="warn" action={<Button onPress={takeNewer}>{t('takeNewer')}</Button>}>
          {problem(change.error)}
        </Banner>
      )}
      <MeetingForm
        draft={draft}
        onDraft={setDraft}
        label={t('editTitle')}
        submitLabel={isOver(newest) ? null : words('save')}
        problem={change.error}
        isPending={change.isPending}
        onSubmit={(wanted) => change.mutate(wanted)}
        onCancel={{ label: words('cancel'), run: () => void navigate(toMeeting) }}
      />
    </>
  );
}

function isOver({ state }: MeetingView): boolean {
  return state === 'closed' || state === 'published';
}

function refuses(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.code === code;
}
