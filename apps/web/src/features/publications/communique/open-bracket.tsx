import { LIMITS, type CommuniquePart, type CommuniqueView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { TextArea } from '../../../ui/text-area.js';
import { useUnsaved } from '../../../ui/unsaved.js';
import { useLastKnown } from '../../../ui/use-last-known.js';
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

/** A bracket where it stands now. */
export interface PlacedBracket {
  communique: CommuniqueView;
  part: CommuniquePart;
  bracket: number;
  run: Bracket;
}

interface OpenBracketProps {
  communique: CommuniqueView;
  run: Bracket;
  onSettle(): void;
}

/** Words in square brackets, alternatives named A, B ...; who drafts settles them by pressing on them. */
export function OpenBracket({ run, communique, onSettle }: OpenBracketProps) {
  const t = useMessages(messages);
  const { may } = useRoom();
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
    <Button
      variant="quiet"
      className={styles.bracketButton}
      aria-label={t('resolve', { words: run.options.join(' / ') })}
      aria-haspopup="dialog"
      onPress={onSettle}
    >
      [{words}]
    </Button>
  );
}

interface SettleDialogProps {
  /** Where the bracket stands now; null where somebody else settled it. */
  placed: PlacedBracket | null;
  onClose(): void;
}

/** Settles one bracket. It stays with that one, and stays open, whatever becomes of the paragraph meanwhile. */
export function SettleDialog({ placed, onClose }: SettleDialogProps) {
  const t = useMessages(messages);
  const known = useLastKnown(placed ?? undefined);
  return (
    <Dialog title={t('resolveTitle')} isOpen onOpenChange={onClose}>
      {known && <ResolveForm newest={known} isGone={placed === null} onDone={onClose} />}
    </Dialog>
  );
}

interface ResolveFormProps {
  newest: PlacedBracket;
  isGone: boolean;
  onDone(): void;
}

function ResolveForm({ newest, isGone, onDone }: ResolveFormProps) {
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
    if (isGone || (chosen.choice === OTHER && became === '')) return;
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
      {isGone && !isPending && <Banner tone="warn">{t('settledMeanwhile')}</Banner>}
      {hasMovedOn && !isGone && !isPending && (
        <MovedOn was={part.text} now={newest.part.text} onGoOn={goOn} />
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isPending} isDisabled={isGone}>
          {t('resolveAct')}
        </Button>
      </div>
    </Form>
  );
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + (index % 26));
}
