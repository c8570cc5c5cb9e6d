import { LIMITS, type SetLineView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { DelegationField, useSpeakers } from '../delegation-field.js';

/** Enters a reservation for one's own delegation, or as staff for any. */
export function ReserveDialog({ line }: { line: SetLineView }) {
  const t = useMessages(messages);
  const { may } = useRoom();
  const speakers = useSpeakers();
  if (!may('publications.respond') || speakers.length === 0) return null;
  return (
    <Dialog
      title={t('reserveTitle', { number: String(line.number) })}
      trigger={
        <Button variant="quiet" size="small" aria-label={t('reserveTitle', { number: String(line.number) })}>
          {t('reserve')}
        </Button>
      }
    >
      {(close) => <ReserveForm line={line} onDone={close} />}
    </Dialog>
  );
}

function ReserveForm({ line, onDone }: { line: SetLineView; onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const speakers = useSpeakers();
  const [delegation, setDelegation] = useState(speakers.length === 1 ? (speakers[0]?.id ?? null) : null);
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  const textFault =
    text.trim() === ''
      ? t('textMissing')
      : text.length > LIMITS.reservationLength
        ? t('tooLong', { limit: LIMITS.reservationLength })
        : undefined;

  const send = async () => {
    setChecked(true);
    if (textFault || delegation === null) return;
    const result = await act(client.reserve({ line: line.id, delegation, text: text.trim() }));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <DelegationField
        speakers={speakers}
        value={delegation}
        onChange={setDelegation}
        error={isChecked && delegation === null ? t('delegationMissing') : undefined}
      />
      <TextArea
        label={t('reservation')}
        value={text}
        onChange={setText}
        rows={3}
        limit={LIMITS.reservationLength}
        error={isChecked ? textFault : undefined}
      />
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('reserve')}
        </Button>
      </div>
    </Form>
  );
}
