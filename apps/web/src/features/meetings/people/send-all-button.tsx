import type { InvitationView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { messages as meetingMessages } from '../messages.js';
import { unsentOf } from './invitation-state.js';
import { messages } from './messages.js';
import { useSendUnsent } from './use-people-deeds.js';

/** Sends every invitation that was not sent yet, after asking. */
export function SendAllButton({
  meeting,
  invitations,
}: {
  meeting: string;
  invitations: readonly InvitationView[];
}) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const send = useSendUnsent(meeting);
  const count = unsentOf(invitations).length;
  if (count === 0) return null;
  return (
    <ConfirmDialog
      title={t('sendAllTitle')}
      confirmLabel={t('sendAll', { count })}
      cancelLabel={words('cancel')}
      isPending={send.isPending}
      onConfirm={() => send.mutateAsync()}
      trigger={<Button variant="quiet">{t('sendAll', { count })}</Button>}
    >
      {t('sendAllWords', { count })}
    </ConfirmDialog>
  );
}
