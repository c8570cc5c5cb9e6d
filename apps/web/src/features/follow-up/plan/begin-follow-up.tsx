import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { useAct } from '../../publications/use-act.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { emptyPlan, faultsIn } from './plan-draft.js';
import { PlanFields, usePlanDays } from './plan-fields.js';
import { useAdopted } from './use-adopted.js';

/** Follows an adopted proposal up, for those who may; nothing where all are followed up. */
export function BeginFollowUp() {
  const t = useMessages(messages);
  const { may, state } = useRoom();
  const followed = new Set(state.record?.snapshot.followUp.followUps.map(({ proposal }) => proposal));
  const open = useAdopted().filter(({ id }) => !followed.has(id));
  if (!may('follow_up.plan') || open.length === 0) return null;
  return (
    <Dialog title={t('begin')} trigger={<Button variant="primary">{t('begin')}</Button>}>
      {(close) => <BeginForm proposals={open} onDone={close} />}
    </Dialog>
  );
}

interface BeginFormProps {
  proposals: ReturnType<typeof useAdopted>;
  onDone(): void;
}

function BeginForm({ proposals, onDone }: BeginFormProps) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const daysNow = usePlanDays();
  const [only, second] = proposals;
  const [chosen, setChosen] = useState(second ? null : (only?.id ?? null));
  const [draft, setDraft] = useState(() => emptyPlan(second ? null : only?.responsible));
  const [isChecked, setChecked] = useState(false);
  const faults = faultsIn(draft, daysNow());
  const choose = (id: string) => {
    setChosen(id);
    const { id: person, words } = draft.responsible;
    const isUntouched = person === null && !words;
    if (isUntouched) setDraft({ ...draft, responsible: emptyPlan(named(id)).responsible });
  };
  const named = (id: string) => proposals.find((each) => each.id === id)?.responsible?.slice(0, 300) ?? null;
  const send = async () => {
    setChecked(true);
    const { responsible, dueOn, isReviewed, reviewOn } = draft;
    if (chosen === null || dueOn === null || Object.keys(faults).length > 0) return;
    const number = proposals.find(({ id }) => id === chosen)?.number ?? 0;
    const intent = { proposal: chosen, responsible, dueOn, reviewOn: isReviewed ? reviewOn : null };
    const done = await act(client.beginFollowUp(intent), t('begun', { number: String(number) }));
    if (done.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <p>{t('beginWords')}</p>
      <Select
        label={t('proposal')}
        choices={proposals.map(({ id, number, title }) => ({
          value: id,
          label: title,
          hint: t('proposalNumber', { number: String(number) }),
        }))}
        value={chosen}
        onChange={choose}
        error={isChecked && chosen === null ? t('proposalMissing') : undefined}
      />
      <PlanFields draft={draft} onChange={setDraft} faults={isChecked ? faults : {}} />
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('begin')}
        </Button>
      </div>
    </Form>
  );
}
