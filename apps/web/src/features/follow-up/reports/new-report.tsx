import type { FollowUpView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { useAct } from '../../publications/use-act.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useMayReport } from '../use-may-report.js';
import { ReportForm } from './report-form.js';

/** Reports on a follow-up, for those who may. */
export function NewReport({ followUp }: { followUp: FollowUpView }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  if (!useMayReport(followUp)) return null;
  const { id, number, state, progress } = followUp;
  const title = t('reportTitle', { number: String(number) });
  const start = {
    words: '',
    state: state === 'planned' ? ('under_way' as const) : state,
    progress,
    reason: null,
    proofs: [],
  };
  return (
    <Dialog title={title} trigger={<Button variant="primary">{t('report')}</Button>}>
      {(close) => (
        <ReportForm
          followUp={followUp}
          start={start}
          submitLabel={t('report')}
          isPending={isPending}
          onSubmit={async (report) => {
            const done = await act(client.reportOnFollowUp({ followUp: id, ...report }), t('reported'));
            if (done.ok) close();
          }}
        />
      )}
    </Dialog>
  );
}
