import type { SetLineView, SetView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { fitProposals, ProposalChoice } from './proposal-choice.js';

interface AddLinesProps {
  set: SetView;
  lines: readonly SetLineView[];
}

/** Brings further proposals into the set. */
export function AddLines({ set, lines }: AddLinesProps) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const there = new Set(lines.map(({ proposal }) => proposal));
  const proposals = fitProposals(state.record?.snapshot.proposals.proposals ?? []).filter(
    ({ id }) => !there.has(id),
  );
  if (proposals.length === 0) return null;
  return (
    <Dialog title={t('addLines')} trigger={<Button>{t('addLines')}</Button>}>
      {(close) => <AddForm set={set} proposals={proposals} onDone={close} />}
    </Dialog>
  );
}

interface AddFormProps {
  set: SetView;
  proposals: ReturnType<typeof fitProposals>;
  onDone(): void;
}

function AddForm({ set, proposals, onDone }: AddFormProps) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const send = async () => {
    if (chosen.size === 0) return;
    const add = proposals.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
    const result = await act(client.arrangeSet({ version: set.version, add }));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <ProposalChoice proposals={proposals} chosen={chosen} onChange={setChosen} />
      <div>
        <Button type="submit" variant="primary" isPending={isPending} isDisabled={chosen.size === 0}>
          {t('addLines')}
        </Button>
      </div>
    </Form>
  );
}
