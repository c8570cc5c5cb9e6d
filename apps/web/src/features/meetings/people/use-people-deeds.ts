import { uuidV7 } from '@roundtable/client';
import type { InvitationView, ParticipantView } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { refreshMeeting } from '../meeting-queries.js';
import { messages } from './messages.js';

export type LinkDeed = 'send' | 'renew' | 'revoke' | 'remove';

const done = { send: 'sentTo', renew: 'renewed', revoke: 'revoked', remove: 'removed' } as const;

/** What is done with a person's link at the press of a button; each says in a toast what came of it. */
export function useLinkDeeds(meeting: string) {
  const t = useMessages(messages);
  const problem = useProblem();
  return useMutation({
    mutationFn: ({ deed, person }: { deed: LinkDeed; person: ParticipantView }) =>
      perform(`/meetings/${meeting}/participants/${person.id}`, deed),
    onSuccess: (_, { deed, person }) => showToast({ text: t(done[deed], { name: person.name }) }),
    onError: (error) => showToast({ tone: 'error', text: problem(error) ?? '' }),
    onSettled: () => refreshMeeting(meeting),
  });
}

/** Sends the letter to everybody who has an address and was sent none yet. */
export function useSendUnsent(meeting: string) {
  const t = useMessages(messages);
  const problem = useProblem();
  return useMutation({
    mutationFn: () => api.post<{ sent: number }>(`/meetings/${meeting}/invitations/send`),
    onSuccess: ({ sent }) => showToast({ text: t('sentCount', { count: sent }) }),
    onError: (error) => showToast({ tone: 'error', text: problem(error) ?? '' }),
    onSettled: () => refreshMeeting(meeting),
  });
}

function perform(person: string, deed: LinkDeed): Promise<unknown> {
  switch (deed) {
    case 'send':
      return api.post<InvitationView>(`${person}/invitation/send`, {});
    case 'renew':
      return api.post<InvitationView>(`${person}/invitation`);
    case 'revoke':
      return api.delete(`${person}/invitation`);
    case 'remove':
      return api.delete(person, { body: { clientId: uuidV7() } });
  }
}
