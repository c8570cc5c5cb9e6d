import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { Form } from '../../ui/form.js';
import { TextArea } from '../../ui/text-area.js';
import { DelegationField, useSpeakers } from './delegation-field.js';
import { messages } from './messages.js';

interface WordsFormProps {
  label: string;
  submitLabel: string;
  limit: number;
  isPending: boolean;
  isDangerous?: boolean;
  onSubmit(delegation: string, words: string): unknown;
}

/** What a delegation says, and which one it is. */
export function WordsForm({ label, submitLabel, limit, isPending, isDangerous, onSubmit }: WordsFormProps) {
  const t = useMessages(messages);
  const speakers = useSpeakers();
  const [delegation, setDelegation] = useState(speakers.length === 1 ? (speakers[0]?.id ?? null) : null);
  const [words, setWords] = useState('');
  const [isChecked, setChecked] = useState(false);
  const fault =
    words.trim() === '' ? t('textMissing') : words.length > limit ? t('tooLong', { limit }) : undefined;
  const send = () => {
    setChecked(true);
    if (!fault && delegation !== null) void onSubmit(delegation, words.trim());
  };
  return (
    <Form onSubmit={send}>
      <DelegationField
        speakers={speakers}
        value={delegation}
        onChange={setDelegation}
        error={isChecked && delegation === null ? t('delegationMissing') : undefined}
      />
      <TextArea
        label={label}
        value={words}
        onChange={setWords}
        rows={3}
        limit={limit}
        error={isChecked ? fault : undefined}
      />
      <div>
        <Button type="submit" variant={isDangerous ? 'danger' : 'primary'} isPending={isPending}>
          {submitLabel}
        </Button>
      </div>
    </Form>
  );
}
