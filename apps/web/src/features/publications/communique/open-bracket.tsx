import { LIMITS, type CommuniquePart, type CommuniqueView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { TextArea } from '../../../ui/text-area.js';
import { useUnsaved } from '../../../ui/unsaved.js';
import { useLookedAt } from '../../../ui/use-looked-at.js';
import { MovedOn } from '../../documents/versions/moved-on.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import {
  becomes,
  firstChoice,
  GONE,
  hasOwnWords,
  OTHER,
  rebaseChoice,
  type Bracket,
} from './bracket-choice.js';
import styles from './communique.module.css';

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

function ResolveForm({ onDone, ...newest }: OpenBracketProps & { onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  // What others do to other paragraphs meanwhile stands in nobody's way.
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(newest, ({ part }) => part.text);
  const { part, bracket, run } = lookedAt;
  const [chosen, setChosen] = useState(() => firstChoice(run));
  const [reason, setReason] = useState('');
  const became = becomes(chosen, run);
  useUnsaved(hasOwnWords(chosen, run) || reason !== '');
  const goOn = () => {
    setChosen(rebaseChoice(chosen, run, newest.run));
    lookAgain();
  };

  const send = async () => {
    if (chosen.choice === OTHER && became === '') return;
    const result = await act(
      client.resolveBracket({
        version: (hasMovedOn ? lookedAt : newest).communique.version,
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
        value={chosen.choice}
        onChange={(choice) => setChosen({ ...chosen, choice })}
        choices={[
          ...run.options.map((option, index) => ({
            value: String(index),
            label: run.options.length > 1 ? `${letter(index)}: ${option}` : option,
          })),
          { value: OTHER, label: t('otherWords') },
          { value: GONE, label: t('wordsGo') },
        ]}
      />
      {chosen.choice === OTHER && (
        <TextArea
          label={t('otherWords')}
          hideLabel
          value={chosen.other}
          onChange={(other) => setChosen({ ...chosen, other })}
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
      {hasMovedOn && !isPending && <MovedOn was={part.text} now={newest.part.text} onGoOn={goOn} />}
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
