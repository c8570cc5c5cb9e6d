import { LIMITS, type AmendmentView, type ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { TextField } from '../../ui/text-field.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { conflictsWithin, consensualFirst, suggestedForMerge } from './merge-choice.js';
import { useAmendmentActs } from './use-amendment-acts.js';
import { useWhatWords } from './record/use-what-words.js';
import type { Amendments } from './use-amendments.js';
import styles from './amendments.module.css';

interface MergeDialogProps {
  proposal: ProposalView;
  all: Amendments;
  onClose(): void;
}

/** Makes accepted amendments part of the text: those that everybody agrees to first. */
export function MergeDialog({ proposal, all, onClose }: MergeDialogProps) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { isPending, refusal, settle } = useAmendmentActs();
  const accepted = consensualFirst(all.amendments);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(suggestedForMerge(accepted)));
  const [note, setNote] = useState('');
  const [isChecked, setChecked] = useState(false);
  const amendments = accepted.filter(({ id }) => chosen.has(id));
  const clashes = conflictsWithin(amendments);
  const [first] = amendments;

  const send = async () => {
    setChecked(true);
    if (!first || clashes.length > 0) return;
    const sending = client.mergeAmendments({
      proposal: proposal.id,
      version: first.version,
      amendments: amendments.map(({ id }) => id),
      note: note.trim() || null,
    });
    if (await settle(sending, t('mergeDone'))) onClose();
  };
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <Dialog title={t('mergeTitle')} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => void send()}>
        <p>{t('mergeWords')}</p>
        {refusal && <Banner tone="error">{refusal}</Banner>}
        <fieldset className={styles.also}>
          <legend>{t('mergeWhich')}</legend>
          {accepted.map((amendment) => (
            <Choice
              key={amendment.id}
              amendment={amendment}
              isChosen={chosen.has(amendment.id)}
              onChange={(isOn) => toggle(amendment.id, isOn)}
            />
          ))}
        </fieldset>
        {clashes.map(([one, other]) => (
          <Banner key={`${one.id}${other.id}`} tone="warn">
            {t('mergeConflict', { one: one.label, other: other.label })}
          </Banner>
        ))}
        {isChecked && !first && <p role="alert">{t('mergeNeeded')}</p>}
        <TextField
          label={t('mergeNote')}
          value={note}
          maxLength={LIMITS.noteLength}
          onChange={setNote}
          isOptional
        />
        <div className={layout.rowEnd}>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isPending} isDisabled={clashes.length > 0}>
            {t('merge')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface ChoiceProps {
  amendment: AmendmentView;
  isChosen: boolean;
  onChange(isOn: boolean): void;
}

function Choice({ amendment, isChosen, onChange }: ChoiceProps) {
  const t = useMessages(messages);
  const what = useWhatWords();
  return (
    <Checkbox
      isSelected={isChosen}
      onChange={onChange}
      hint={t(amendment.decision?.friendly ? 'friendlyHint' : 'decidedHint')}
    >
      {t('amendmentOf', { label: amendment.label, what: what(amendment) })}
    </Checkbox>
  );
}
