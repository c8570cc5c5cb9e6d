import { LIMITS } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { TextField } from '../../ui/text-field.js';
import { messages } from './messages.js';
import { useFloorActs } from './use-floor-acts.js';
import styles from './ask-for-floor.module.css';

/** Asks for the floor, with a note if one likes. */
export function AskForFloor({ onAsked, autoFocus }: { onAsked?(): void; autoFocus?: boolean }) {
  const t = useMessages(messages);
  const { raise, isPending } = useFloorActs();
  const [note, setNote] = useState('');
  const ask = async () => {
    if (!(await raise(note))) return;
    setNote('');
    onAsked?.();
  };
  return (
    <Form onSubmit={() => void ask()}>
      <div className={styles.ask}>
        <TextField
          label={t('note')}
          description={t('noteHint')}
          value={note}
          onChange={setNote}
          maxLength={LIMITS.noteLength}
          isOptional
          autoFocus={autoFocus}
        />
        <Button type="submit" size="small" isPending={isPending}>
          {t('raise')}
        </Button>
      </div>
    </Form>
  );
}
