import { LIMITS, type ItemView } from '@roundtable/contracts';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { messages as meetingMessages } from '../messages.js';
import styles from './agenda.module.css';
import { msOf } from './allotted-minutes.js';
import { messages } from './messages.js';

interface AddItemFormProps {
  parent: ItemView | null;
  isPending: boolean;
  onAdd(title: string, allottedMs: number | null): Promise<unknown>;
  onForgetParent(): void;
}

/** Writes item after item: Enter adds one and is ready for the next. */
export function AddItemForm({ parent, isPending, onAdd, onForgetParent }: AddItemFormProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const label = parent ? t('newItemUnder', { number: parent.number }) : t('newItem');
  useEffect(() => {
    if (parent) input.current?.focus();
  }, [parent]);

  const add = async () => {
    if (isPending || !title.trim()) return;
    try {
      await onAdd(title.trim(), msOf(minutes));
    } catch {
      return; // The words stay in the field; the reason is shown as a toast.
    }
    setTitle('');
    setMinutes('');
    input.current?.focus();
  };
  return (
    <Form className={styles.add} label={label} onSubmit={() => void add()}>
      <TextField
        label={label}
        value={title}
        maxLength={LIMITS.titleLength}
        onChange={setTitle}
        inputRef={input}
      />
      <TextField
        label={t('minutesField')}
        inputMode="numeric"
        maxLength={4}
        value={minutes}
        onChange={(typed) => setMinutes(typed.replace(/\D/g, ''))}
      />
      <Button type="submit" isPending={isPending}>
        {t('addItem')}
      </Button>
      {parent && (
        <Button className={styles.parent} variant="quiet" size="small" onPress={onForgetParent}>
          <X size={14} aria-hidden /> {words('cancel')}
        </Button>
      )}
    </Form>
  );
}
