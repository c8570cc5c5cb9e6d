import type { ProposalSubmitter, ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ComboBox } from '../../../ui/combo-box.js';
import text from '../../../ui/text.module.css';
import { useRoom } from '../../room/room-context.js';
import { useDirectory } from '../directory.js';
import { rebaseLinks } from './link-list.js';
import { LinksDialog } from './links-dialog.js';
import { messages } from './messages.js';
import { ProposalMovedOn } from './proposal-moved-on.js';
import { useLifeActs } from './use-life-acts.js';
import { useSubmitterName } from './use-submitter-name.js';

/** Names who submits a proposal: persons, delegations or the meeting itself, the submitter first. */
export function SubmittersDialog({ proposal, onClose }: { proposal: ProposalView; onClose(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const nameOf = useSubmitterName();
  const { settle, isPending, refusal, lookedAt, hasMovedOn, lookAgain } = useLifeActs(proposal);
  const [submitters, setSubmitters] = useState(() => submittersOf(lookedAt));
  const choices = useChoices(submitters);
  const add = (value: string | null) => {
    const added = value === null ? null : parse(value);
    if (added) setSubmitters((before) => [...before, added]);
  };
  const goOn = () => {
    setSubmitters(rebaseLinks(submitters, submittersOf(lookedAt), submittersOf(proposal), keyOf));
    lookAgain();
  };
  const send = async () => {
    const { id, version } = lookedAt;
    if (await settle(client.changeProposal({ proposal: id, version, submitters }))) onClose();
  };
  return (
    <LinksDialog
      title={t('submittersTitle', { number: String(proposal.number) })}
      refusal={refusal}
      movedOn={hasMovedOn && <ProposalMovedOn lookedAt={lookedAt} newest={proposal} onGoOn={goOn} />}
      isPending={isPending}
      links={submitters}
      keyOf={keyOf}
      wordsOf={nameOf}
      empty={t('nobody')}
      onRemove={(gone) => setSubmitters((before) => before.filter((other) => other !== gone))}
      onSave={() => void send()}
      onClose={onClose}
    >
      <p className={text.quiet}>{t('submittersWords')}</p>
      <ComboBox
        key={submitters.length}
        label={t('addSubmitter')}
        choices={choices}
        value={null}
        onChange={add}
      />
    </LinksDialog>
  );
}

function submittersOf({ life }: ProposalView): ProposalSubmitter[] {
  return life?.submitters ?? [];
}

function useChoices(named: readonly ProposalSubmitter[]) {
  const t = useMessages(messages);
  const { people, delegations } = useDirectory();
  const taken = new Set(named.map(keyOf));
  const all = [
    { value: 'meeting:', label: t('theMeeting') },
    ...[...delegations.values()].map(({ id, name }) => ({
      value: `delegation:${id}`,
      label: name,
      hint: t('delegation'),
    })),
    ...[...people.values()]
      .filter(({ removed }) => !removed)
      .map(({ id, name }) => ({ value: `person:${id}`, label: name, hint: t('person') })),
  ];
  return all.filter(({ value }) => !taken.has(value));
}

function keyOf({ kind, id }: ProposalSubmitter): string {
  return `${kind}:${id ?? ''}`;
}

function parse(value: string): ProposalSubmitter | null {
  const [kind, id = ''] = value.split(':');
  if (kind === 'meeting') return { kind, id: null };
  return kind === 'person' || kind === 'delegation' ? { kind, id } : null;
}
