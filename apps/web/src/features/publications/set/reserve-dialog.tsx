import { LIMITS, type SetLineView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { useRoom } from '../../room/room-context.js';
import { WordsForm } from '../words-form.js';
import { useSpeakers } from '../delegation-field.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';

/** Enters a reservation for one's own delegation, or as staff for any. */
export function ReserveDialog({ line }: { line: SetLineView }) {
  const t = useMessages(messages);
  const { may, client } = useRoom();
  const { act, isPending } = useAct();
  const speakers = useSpeakers();
  if (!may('publications.respond') || speakers.length === 0) return null;
  const title = t('reserveTitle', { number: String(line.number) });
  return (
    <Dialog
      title={title}
      trigger={
        <Button variant="quiet" size="small" aria-label={title}>
          {t('reserve')}
        </Button>
      }
    >
      {(close) => (
        <WordsForm
          label={t('reservation')}
          submitLabel={t('reserve')}
          limit={LIMITS.reservationLength}
          isPending={isPending}
          onSubmit={async (delegation, text) => {
            const result = await act(client.reserve({ line: line.id, delegation, text }));
            if (result.ok) close();
          }}
        />
      )}
    </Dialog>
  );
}
