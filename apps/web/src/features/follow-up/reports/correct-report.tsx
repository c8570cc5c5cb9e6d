import type { FollowUpUpdate, FollowUpView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { useAct } from '../../publications/use-act.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { ReportForm } from './report-form.js';

/** Corrects one's own report; what it said stays readable. */
export function CorrectReport({ followUp, update }: { followUp: FollowUpView; update: FollowUpUpdate }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  return (
    <Dialog
      title={t('correctTitle')}
      trigger={
        <Button variant="quiet" size="small">
          {t('correct')}
        </Button>
      }
    >
      {(close) => (
        <ReportForm
          followUp={followUp}
          start={update}
          submitLabel={t('correct')}
          isPending={isPending}
          onSubmit={async (report) => {
            const intent = { followUp: followUp.id, update: update.id, ...report };
            const done = await act(client.correctFollowUp(intent), t('corrected'));
            if (done.ok) close();
          }}
        />
      )}
    </Dialog>
  );
}
