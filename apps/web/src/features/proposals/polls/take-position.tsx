import { LIMITS, type ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { TextArea } from '../../../ui/text-area.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from './messages.js';
import styles from './ballots.module.css';

const GRADES = [
  { value: '1', key: 'position_for2' },
  { value: '0.5', key: 'position_for1' },
  { value: '0', key: 'position_neutral' },
  { value: '-0.5', key: 'position_against1' },
  { value: '-1', key: 'position_against2' },
] as const;
type Grade = (typeof GRADES)[number]['value'];

const OPEN = ['captured', 'submitted', 'admitted', 'under_discussion', 'deciding'];

/** Takes a position on a proposal in the field's words, changes it, or takes it back. */
export function TakePosition({ proposal }: { proposal: ProposalView }) {
  const t = useMessages(messages);
  const { may, state, client } = useRoom();
  const problem = useProblem();
  const [isPending, setPending] = useState(false);
  const held = proposal.positions.find(({ participant }) => participant === state.me?.participant);
  const [grade, setGrade] = useState<Grade | null>(gradeOf(held?.value));
  const [reason, setReason] = useState(held?.reason ?? '');
  if (!may('proposals.position') || !OPEN.includes(proposal.state)) return null;

  const send = async (value: number | null) => {
    setPending(true);
    const said = value === null ? null : reason.trim().slice(0, LIMITS.reasonLength) || null;
    const result = await client.takePosition({ proposal: proposal.id, value, reason: said }).done;
    setPending(false);
    if (!result.ok) return showToast({ tone: 'error', text: problem(result.error) ?? result.error.message });
    if (value === null) {
      setGrade(null);
      setReason('');
    }
    return showToast({ text: t(value === null ? 'positionGone' : 'positionTaken') });
  };
  return (
    <Form
      label={t('position')}
      className={styles.form}
      onSubmit={() => grade !== null && void send(Number(grade))}
    >
      <RadioGroup
        label={t('position')}
        className={styles.choices}
        choices={GRADES.map(({ value, key }) => ({ value, label: t(key) }))}
        value={grade}
        onChange={setGrade}
      />
      <TextArea
        label={t('reason')}
        value={reason}
        onChange={setReason}
        rows={2}
        limit={LIMITS.reasonLength}
        isOptional
      />
      <div className={styles.acts}>
        <Button type="submit" isPending={isPending} isDisabled={grade === null}>
          {t('positionSave')}
        </Button>
        {held && (
          <Button variant="quiet" isPending={isPending} onPress={() => void send(null)}>
            {t('positionBack')}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** The grade that a position is nearest to; imported ones may lie between. */
function gradeOf(value: number | undefined): Grade | null {
  if (value === undefined) return null;
  const nearest = [...GRADES].sort(
    (a, b) => Math.abs(Number(a.value) - value) - Math.abs(Number(b.value) - value),
  );
  return nearest[0]?.value ?? null;
}
