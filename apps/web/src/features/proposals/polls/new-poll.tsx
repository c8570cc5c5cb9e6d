import type { Room } from '@roundtable/client';
import type { PollView, ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from './messages.js';
import { EMPTY_DRAFT, findFaults, toIntent, type PollDraft } from './poll-draft.js';
import { QuestionFields, RuleFields } from './poll-fields.js';
import { openPoll } from './poll-store.js';
import { usePollActs } from './use-poll-acts.js';

/** Puts something to the vote: a dialog, on a proposal or on its own. */
export function NewPoll({ proposal }: { proposal?: ProposalView }) {
  const t = useMessages(messages);
  return (
    <Dialog title={t('newPoll')} size="medium" trigger={<Button size="small">{t('newPoll')}</Button>}>
      {(close) => <PollForm proposal={proposal} onDone={close} />}
    </Dialog>
  );
}

function PollForm({ proposal, onDone }: { proposal?: ProposalView; onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { create, isPending } = usePollActs();
  const [draft, setDraft] = useState<PollDraft>({
    ...EMPTY_DRAFT,
    title: proposal?.title ?? '',
    proposal: proposal?.id ?? null,
    isDecisive: proposal !== undefined,
  });
  const [isChecked, setChecked] = useState(false);
  const faults = isChecked ? findFaults(draft) : {};
  const change = (part: Partial<PollDraft>) => setDraft((before) => ({ ...before, ...part }));

  const send = async () => {
    setChecked(true);
    if (Object.keys(findFaults(draft)).length > 0) return;
    const known = new Set(pollsOf(client).map(({ id }) => id));
    const result = await create(toIntent(draft));
    if (!result.ok) return;
    onDone();
    openOnceThere(client, known);
  };
  return (
    <Form onSubmit={() => void send()}>
      <QuestionFields draft={draft} faults={faults} onChange={change} />
      <RuleFields draft={draft} faults={faults} onChange={change} />
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('newPoll')}
        </Button>
      </div>
    </Form>
  );
}

/** The poll comes with the record, which may be a moment after the answer. */
function openOnceThere(client: Room, known: ReadonlySet<string>): void {
  const open = (): boolean => {
    const made = pollsOf(client).find(({ id }) => !known.has(id));
    if (made) openPoll(made.id);
    return made !== undefined;
  };
  if (open()) return;
  const stop = client.subscribe(() => open() && stop());
}

function pollsOf(client: Room): readonly PollView[] {
  return client.getView().record?.snapshot.polls.polls ?? [];
}
