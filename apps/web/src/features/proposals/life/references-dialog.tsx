import { REFERENCE_KINDS, type ProposalReference, type ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ComboBox } from '../../../ui/combo-box.js';
import { Select } from '../../../ui/select.js';
import { useRoom } from '../../room/room-context.js';
import { rebaseLinks } from './link-list.js';
import { LinksDialog } from './links-dialog.js';
import { messages } from './messages.js';
import { ProposalMovedOn } from './proposal-moved-on.js';
import { useLifeActs } from './use-life-acts.js';

/** Names other proposals, and what they are to this one. */
export function ReferencesDialog({ proposal, onClose }: { proposal: ProposalView; onClose(): void }) {
  const t = useMessages(messages);
  const { client, state } = useRoom();
  const { settle, isPending, refusal, lookedAt, hasMovedOn, lookAgain } = useLifeActs(proposal);
  const [kind, setKind] = useState<ProposalReference['kind']>('see_also');
  const [references, setReferences] = useState(() => referencesOf(lookedAt));
  const others = (state.record?.snapshot.proposals.proposals ?? []).filter(({ id }) => id !== proposal.id);
  const wordsOf = ({ kind: way, proposal: id }: ProposalReference) => {
    const other = others.find((each) => each.id === id);
    const title = `\u2068${other?.title ?? ''}\u2069`;
    return t('refOf', { kind: t(`ref_${way}`), number: String(other?.number ?? '–'), title });
  };
  const named = new Set(references.map(({ proposal: id }) => id));
  const add = (id: string | null) => {
    if (id !== null) setReferences((before) => [...before, { kind, proposal: id }]);
  };
  const goOn = () => {
    setReferences(rebaseLinks(references, referencesOf(lookedAt), referencesOf(proposal), keyOf));
    lookAgain();
  };
  const send = async () => {
    const { id, version } = lookedAt;
    if (await settle(client.changeProposal({ proposal: id, version, references }))) onClose();
  };
  return (
    <LinksDialog
      title={t('referencesTitle', { number: String(proposal.number) })}
      refusal={refusal}
      movedOn={hasMovedOn && <ProposalMovedOn lookedAt={lookedAt} newest={proposal} onGoOn={goOn} />}
      isPending={isPending}
      links={references}
      keyOf={({ proposal: id }) => id}
      wordsOf={wordsOf}
      empty={t('none')}
      onRemove={(gone) => setReferences((before) => before.filter((other) => other !== gone))}
      onSave={() => void send()}
      onClose={onClose}
    >
      <Select
        label={t('kind')}
        choices={REFERENCE_KINDS.map((value) => ({ value, label: t(`ref_${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <ComboBox
        key={references.length}
        label={t('addReference')}
        choices={others
          .filter(({ id }) => !named.has(id))
          .map(({ id, number, title }) => ({ value: id, label: `${String(number)}. ${title}` }))}
        value={null}
        onChange={add}
      />
    </LinksDialog>
  );
}

function referencesOf({ life }: ProposalView): ProposalReference[] {
  return life?.references ?? [];
}

/** One proposal may be named in one way and then in another. */
function keyOf({ kind, proposal }: ProposalReference): string {
  return `${kind}:${proposal}`;
}
