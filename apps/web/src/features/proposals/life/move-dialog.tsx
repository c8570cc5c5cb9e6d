import {
  DECISION_RESULTS,
  LIMITS,
  PROPOSAL_MOVES,
  type ProposalAct,
  type ProposalView,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { ComboBox } from '../../../ui/combo-box.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { RadioGroup } from '../../../ui/radio-group.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useRoom } from '../../room/room-context.js';
import { messages as proposalWords } from '../messages.js';
import { faultsOf, NO_FIELDS, type MoveFields } from './move-fields.js';
import { messages } from './messages.js';
import { ProposalMovedOn } from './proposal-moved-on.js';
import { useLifeActs } from './use-life-acts.js';

interface MoveDialogProps {
  act: ProposalAct;
  proposal: ProposalView;
  onClose(): void;
}

/** Asks for what a step needs, says what it does, and takes it. */
export function MoveDialog({ act, proposal, onClose }: MoveDialogProps) {
  const t = useMessages(messages);
  const { take, isPending, refusal, ...looked } = useLifeActs(proposal);
  const [fields, setFields] = useState<MoveFields>(NO_FIELDS);
  const [isChecked, setChecked] = useState(false);
  const faults = faultsOf(act, fields);
  const shown = isChecked ? faults : {};
  const change = (part: Partial<MoveFields>) => setFields((before) => ({ ...before, ...part }));
  const send = async () => {
    setChecked(true);
    if (Object.keys(faults).length === 0 && (await take(act, fields))) onClose();
  };
  const words = t(`act_${act}`);
  return (
    <Dialog
      title={t('actTitle', { act: words, number: String(proposal.number) })}
      isOpen
      onOpenChange={onClose}
      size="small"
    >
      <Form onSubmit={() => void send()}>
        <p>{t(`words_${act}`)}</p>
        {refusal && <Banner tone="error">{refusal}</Banner>}
        <ActFields act={act} proposal={proposal} fields={fields} faults={shown} onChange={change} />
        <TextArea
          label={t('reason')}
          value={fields.reason}
          onChange={(reason) => change({ reason })}
          rows={2}
          limit={LIMITS.reasonLength}
          isOptional={!PROPOSAL_MOVES[act].needsReason}
          error={shown.reason && t(shown.reason)}
        />
        {looked.hasMovedOn && (
          <ProposalMovedOn lookedAt={looked.lookedAt} newest={proposal} onGoOn={looked.lookAgain} />
        )}
        <div className={layout.rowEnd}>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant={act === 'withdraw' ? 'danger' : 'primary'} isPending={isPending}>
            {words}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface ActFieldsProps {
  act: ProposalAct;
  proposal: ProposalView;
  fields: MoveFields;
  faults: ReturnType<typeof faultsOf>;
  onChange(part: Partial<MoveFields>): void;
}

/** What one step needs and the others do not. */
function ActFields({ act, proposal, fields, faults, onChange }: ActFieldsProps) {
  const t = useMessages(messages);
  const words = useMessages(proposalWords);
  const { state } = useRoom();
  if (act === 'refer')
    return (
      <TextField
        label={t('referredTo')}
        value={fields.referredTo}
        onChange={(referredTo) => onChange({ referredTo })}
        error={faults.referredTo && t(faults.referredTo)}
      />
    );
  if (act === 'merge') {
    const open = ['captured', 'submitted', 'admitted', 'under_discussion'];
    const others = (state.record?.snapshot.proposals.proposals ?? []).filter(
      (each) => each.id !== proposal.id && open.includes(each.state),
    );
    return (
      <ComboBox
        label={t('into')}
        choices={others.map(({ id, number, title }) => ({ value: id, label: `${String(number)}. ${title}` }))}
        value={fields.into}
        onChange={(into) => onChange({ into })}
        error={faults.into && t(faults.into)}
      />
    );
  }
  if (act === 'decide')
    return (
      <>
        <RadioGroup
          label={t('result')}
          choices={DECISION_RESULTS.map((value) => ({ value, label: words(`state_${value}`) }))}
          value={fields.result}
          onChange={(result) => onChange({ result })}
          error={faults.result && t(faults.result)}
        />
        <TextArea
          label={t('resolution')}
          description={t('resolutionHint')}
          value={fields.resolution}
          onChange={(resolution) => onChange({ resolution })}
          rows={2}
          limit={LIMITS.bodyLength}
          isOptional
          isRecord
        />
      </>
    );
  return null;
}
