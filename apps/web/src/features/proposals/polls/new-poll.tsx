import type { Room } from '@roundtable/client';
import type { PollUnit, PollView, ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from './messages.js';
import { findElectorateFaults, keptElectorate } from './electorate/electorate-draft.js';
import { ElectorateFields } from './electorate/electorate-fields.js';
import { useVoters } from './electorate/use-voters.js';
import { EMPTY_DRAFT, findFaults, toIntent, type PollDraft } from './poll-draft.js';
import { QuestionFields, RuleFields, UnitField } from './poll-fields.js';
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
  const votersOf = useVoters();
  const keptOf = (unit: PollUnit) => keptElectorate(pollsOf(client), unit, votersOf(unit));
  const [draft, setDraft] = useState<PollDraft>({
    ...EMPTY_DRAFT,
    electorate: keptOf(EMPTY_DRAFT.unit),
    title: proposal?.title ?? '',
    proposal: proposal?.id ?? null,
    isDecisive: proposal !== undefined,
  });
  const [isChecked, setChecked] = useState(false);
  const voters = votersOf(draft.unit);
  const faults = isChecked ? findFaults(draft) : {};
  const electorateFaults = findElectorateFaults(draft.electorate, voters, draft);
  const kept = keptOf(draft.unit);
  const change = (part: Partial<PollDraft>) => setDraft((before) => ({ ...before, ...part }));

  const send = async () => {
    setChecked(true);
    const count = Object.keys(findFaults(draft)).length + Object.keys(electorateFaults).length;
    if (count > 0) return;
    const known = new Set(pollsOf(client).map(({ id }) => id));
    const result = await create(toIntent(draft));
    if (!result.ok) return;
    onDone();
    openOnceThere(client, known);
  };
  return (
    <Form onSubmit={() => void send()}>
      <QuestionFields draft={draft} faults={faults} onChange={change} />
      <UnitField unit={draft.unit} onChange={(unit) => change({ unit, electorate: keptOf(unit) })} />
      <ElectorateFields
        key={draft.unit}
        draft={draft.electorate}
        faults={isChecked ? electorateFaults : {}}
        voters={voters}
        isSecret={draft.isSecret}
        isKept={kept.weights.length + kept.proxies.length > 0}
        onChange={(part) =>
          setDraft((before) => ({ ...before, electorate: { ...before.electorate, ...part } }))
        }
      />
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
