import { LIMITS, type CommuniquePart, type CommuniqueView, type TextRun } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { TextArea } from '../../../ui/text-area.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import styles from './communique.module.css';

type Bracket = Extract<TextRun, { kind: 'bracket' }>;

interface OpenBracketProps {
  communique: CommuniqueView;
  part: CommuniquePart;
  bracket: number;
  run: Bracket;
}

/** Words in square brackets, alternatives named A, B ...; who drafts settles them by pressing on them. */
export function OpenBracket(props: OpenBracketProps) {
  const t = useMessages(messages);
  const { may } = useRoom();
  const { run, communique } = props;
  const words = run.options.map((option, index) => (
    <span key={index}>
      {index > 0 && ' / '}
      {run.options.length > 1 && <b>{letter(index)}: </b>}
      <bdi>{option}</bdi>
    </span>
  ));
  if (!may('publications.draft') || communique.state !== 'draft')
    return <mark className={styles.bracket}>[{words}]</mark>;
  return (
    <Dialog
      title={t('resolveTitle')}
      trigger={
        <Button
          variant="quiet"
          className={styles.bracketButton}
          aria-label={t('resolve', { words: run.options.join(' / ') })}
        >
          [{words}]
        </Button>
      }
    >
      {(close) => <ResolveForm {...props} onDone={close} />}
    </Dialog>
  );
}

const OTHER = 'other';
const GONE = 'gone';

function ResolveForm({ communique, part, bracket, run, onDone }: OpenBracketProps & { onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const [choice, setChoice] = useState('0');
  const [other, setOther] = useState(run.options[0] ?? '');
  const [reason, setReason] = useState('');
  // What was looked at is what is settled: who changed the text meanwhile is not overwritten.
  const [version] = useState(communique.version);
  const became = choice === GONE ? '' : choice === OTHER ? other.trim() : (run.options[Number(choice)] ?? '');

  const send = async () => {
    if (choice === OTHER && became === '') return;
    const result = await act(
      client.resolveBracket({
        version,
        part: part.id,
        bracket,
        words: run.source,
        became,
        reason: reason.trim().slice(0, LIMITS.reasonLength) || null,
      }),
      t('resolved'),
    );
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <RadioGroup
        label={t('whatStands')}
        value={choice}
        onChange={setChoice}
        choices={[
          ...run.options.map((option, index) => ({
            value: String(index),
            label: run.options.length > 1 ? `${letter(index)}: ${option}` : option,
          })),
          { value: OTHER, label: t('otherWords') },
          { value: GONE, label: t('wordsGo') },
        ]}
      />
      {choice === OTHER && (
        <TextArea
          label={t('otherWords')}
          hideLabel
          value={other}
          onChange={setOther}
          rows={2}
          limit={LIMITS.bodyLength}
        />
      )}
      <TextArea
        label={t('reason')}
        value={reason}
        onChange={setReason}
        rows={2}
        limit={LIMITS.reasonLength}
        isOptional
      />
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('resolveAct')}
        </Button>
      </div>
    </Form>
  );
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + (index % 26));
}
