import { LIMITS, type FollowUpView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { useUnsaved } from '../../../ui/unsaved.js';
import { useLookedAt, versionOf } from '../../../ui/use-looked-at.js';
import { useAct } from '../../publications/use-act.js';
import { useRoom } from '../../room/room-context.js';
import { FollowUpMovedOn } from '../follow-up-moved-on.js';
import { messages } from '../messages.js';
import { changesIn, faultsIn, planOf, rebasePlan } from './plan-draft.js';
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
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(followUp, versionOf);
  const before = planOf(lookedAt);
  const [draft, setDraft] = useState(before);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const faults = faultsIn(draft, daysNow(), before);
  const changes = changesIn(draft, before);
  const tooLong = reason.length > LIMITS.reasonLength;
  useUnsaved(Object.keys(changes).length > 0 || reason !== '');
  const goOn = () => {
    setDraft(rebasePlan(draft, before, planOf(followUp)));
    lookAgain();
  };
  const send = async () => {
    setChecked(true);
    if (tooLong || Object.keys(faults).length > 0) return;
    const { id, version } = lookedAt;
    const intent = { followUp: id, version, ...changes, reason: reason.trim() || null };
    const done = await act(client.changeFollowUp(intent), t('changed'));
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
      {hasMovedOn && !isPending && <FollowUpMovedOn lookedAt={lookedAt} newest={followUp} onGoOn={goOn} />}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
