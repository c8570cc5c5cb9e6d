import { LIMITS, type FollowUpView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { useAct } from '../../publications/use-act.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { faultsIn, planOf } from './plan-draft.js';
import { PlanFields, usePlanDays } from './plan-fields.js';

/** Changes who is responsible and the days, for those who may. */
export function ChangeFollowUp({ followUp }: { followUp: FollowUpView }) {
  const t = useMessages(messages);
  const { may } = useRoom();
  if (!may('follow_up.plan')) return null;
  const title = t('changeTitle', { number: String(followUp.number) });
  return (
    <Dialog title={title} trigger={<Button>{t('change')}</Button>}>
      {(close) => <ChangeForm followUp={followUp} onDone={close} />}
    </Dialog>
  );
}

function ChangeForm({ followUp, onDone }: { followUp: FollowUpView; onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const daysNow = usePlanDays();
  const [before] = useState(() => planOf(followUp));
  const [draft, setDraft] = useState(before);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const faults = faultsIn(draft, daysNow(), before);
  const tooLong = reason.length > LIMITS.reasonLength;
  const send = async () => {
    setChecked(true);
    const { responsible, dueOn, isReviewed, reviewOn } = draft;
    if (dueOn === null || tooLong || Object.keys(faults).length > 0) return;
    const done = await act(
      client.changeFollowUp({
        followUp: followUp.id,
        version: followUp.version,
        responsible,
        dueOn,
        reviewOn: isReviewed ? reviewOn : null,
        reason: reason.trim() || null,
      }),
      t('changed'),
    );
    if (done.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <PlanFields draft={draft} onChange={setDraft} faults={isChecked ? faults : {}} />
      <TextArea
        label={t('changeReason')}
        isOptional
        value={reason}
        onChange={setReason}
        rows={2}
        limit={LIMITS.reasonLength}
        error={tooLong ? t('tooLong', { limit: LIMITS.reasonLength }) : undefined}
      />
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
