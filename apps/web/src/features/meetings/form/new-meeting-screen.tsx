import { uuidV7 } from '@roundtable/client';
import type { MeetingDetail } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../app/api.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ownZone } from '../../../app/i18n/wall-time.js';
import { useTitle } from '../../../app/use-title.js';
import layout from '../../../ui/layout.module.css';
import { PageHeader } from '../../../ui/page-header.js';
import { refreshMeeting } from '../meeting-queries.js';
import { emptyDraft, wireOf, type MeetingDraft } from './meeting-draft.js';
import { MeetingForm } from './meeting-form.js';
import { messages } from './messages.js';

/** A new meeting, as a draft. */
export function NewMeetingScreen() {
  const t = useMessages(messages);
  const navigate = useNavigate();
  useTitle(t('newTitle'));
  // One id for all attempts: an answer that was lost on the way never makes a second meeting.
  const [clientId] = useState(() => uuidV7());
  const [draft, setDraft] = useState(() => emptyDraft(new Date(), ownZone()));
  const create = useMutation({
    mutationFn: (wanted: MeetingDraft) =>
      api.post<MeetingDetail>('/meetings', { clientId, ...wireOf(wanted) }),
    onSuccess: async ({ meeting }) => {
      await refreshMeeting(meeting.id);
      await navigate(`/m/${meeting.id}`);
    },
  });
  return (
    <div className={layout.page}>
      <PageHeader title={t('newTitle')} meta={t('newLead')} />
      <MeetingForm
        draft={draft}
        onDraft={setDraft}
        label={t('newTitle')}
        submitLabel={t('create')}
        problem={create.error}
        isPending={create.isPending}
        onSubmit={(wanted) => create.mutate(wanted)}
      />
    </div>
  );
}
