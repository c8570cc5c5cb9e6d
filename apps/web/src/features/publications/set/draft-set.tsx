import { LIMITS, type ProposalState } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { fitProposals, ProposalChoice } from './proposal-choice.js';

const ADOPTED: readonly ProposalState[] = ['adopted', 'adopted_as_amended'];

/** Makes the set: its title, and the proposals it is made of; those adopted are ticked. */
export function DraftSet() {
  const t = useMessages(messages);
  const proposals = fitProposals(useRoom().state.record?.snapshot.proposals.proposals ?? []);
  if (proposals.length === 0) return <p>{t('noProposals')}</p>;
  return (
    <Dialog title={t('draftSet')} trigger={<Button variant="primary">{t('draftSet')}</Button>}>
      {(close) => <DraftForm onDone={close} />}
    </Dialog>
  );
}

function DraftForm({ onDone }: { onDone(): void }) {
  const t = useMessages(messages);
  const { client, state } = useRoom();
  const { act, isPending } = useAct();
  const proposals = fitProposals(state.record?.snapshot.proposals.proposals ?? []);
  const [title, setTitle] = useState(t('set'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(proposals.filter((each) => ADOPTED.includes(each.state)).map(({ id }) => id)),
  );
  const [isChecked, setChecked] = useState(false);
  const titleFault = title.trim() === '' ? t('titleMissing') : undefined;

  const send = async () => {
    setChecked(true);
    if (titleFault || chosen.size === 0) return;
    const ids = proposals.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
    const words = { title: title.trim().slice(0, LIMITS.titleLength), proposals: ids };
    const result = await act(client.draftSet(words));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <TextField
        label={t('title')}
        value={title}
        onChange={setTitle}
        error={isChecked ? titleFault : undefined}
      />
      <ProposalChoice proposals={proposals} chosen={chosen} onChange={setChosen} />
      {isChecked && chosen.size === 0 && <p role="alert">{t('chooseOne')}</p>}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('draftSet')}
        </Button>
      </div>
    </Form>
  );
}
