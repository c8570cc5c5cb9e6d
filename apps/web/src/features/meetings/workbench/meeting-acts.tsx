import { uuidV7 } from '@roundtable/client';
import type { MeetingAct, MeetingDetail, MeetingView } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../app/api.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { refreshMeeting } from '../meeting-queries.js';
import { messages as meetingMessages } from '../messages.js';
import { messages } from './messages.js';

const done = {
  schedule: 'doneSchedule',
  open: 'doneOpen',
  suspend: 'doneSuspend',
  close: 'doneClose',
} as const;

/** Leads the meeting through its states. Opening and closing are asked about: everybody notices them. */
export function MeetingActs({ detail: { meeting, me } }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const problem = useProblem();
  const [asked, setAsked] = useState<'open' | 'close' | null>(null);
  const act = useMutation({
    mutationFn: (deed: MeetingAct) =>
      api.post<MeetingView>(`/meetings/${meeting.id}/${deed}`, { clientId: uuidV7() }),
    onSuccess: (_, deed) => showToast({ text: t(done[deed]) }),
    onError: (error) => showToast({ tone: 'error', text: problem(error) ?? '' }),
    onSettled: () => refreshMeeting(meeting.id),
  });
  const { state } = meeting;
  const isUnderWay = state === 'open' || state === 'suspended';
  const mayClose = me.roles.some((role) => role === 'chair' || role === 'secretary');
  if (!me.permissions.includes('meetings.run')) return null;
  return (
    <>
      {state === 'draft' && me.permissions.includes('meetings.manage') && (
        <Button variant="primary" isPending={act.isPending} onPress={() => act.mutate('schedule')}>
          {t('schedule')}
        </Button>
      )}
      {(state === 'draft' || state === 'scheduled') && (
        <Button variant={state === 'scheduled' ? 'primary' : 'secondary'} onPress={() => setAsked('open')}>
          {t('open')}
        </Button>
      )}
      {state === 'suspended' && <Button onPress={() => act.mutate('open')}>{t('resume')}</Button>}
      {state === 'open' && <Button onPress={() => act.mutate('suspend')}>{t('suspend')}</Button>}
      {isUnderWay && mayClose && <Button onPress={() => setAsked('close')}>{t('close')}</Button>}
      <ConfirmDialog
        title={t(asked === 'close' ? 'closeTitle' : 'openTitle')}
        confirmLabel={t(asked === 'close' ? 'close' : 'open')}
        cancelLabel={words('cancel')}
        isDangerous={asked === 'close'}
        isPending={act.isPending}
        isOpen={asked !== null}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
        onConfirm={() => (asked ? act.mutateAsync(asked) : undefined)}
      >
        {t(asked === 'close' ? 'closeQuestion' : 'openQuestion')}
      </ConfirmDialog>
    </>
  );
}
