import { LIMITS, type ItemView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { messages as meetingMessages } from '../messages.js';
import { minutesOf, msOf } from './allotted-minutes.js';
import { messages } from './messages.js';

interface ItemDialogProps {
  item: ItemView;
  isOpen: boolean;
  onClose(): void;
  onChange(title: string, allottedMs: number | null): void;
}

/** Title and time of an item. */
export function ItemDialog({ isOpen, onClose, item, ...rest }: ItemDialogProps) {
  const t = useMessages(messages);
  return (
    <Dialog title={t('rename')} size="small" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      {(close) => <ItemForm item={item} isOpen={isOpen} onClose={close} {...rest} />}
    </Dialog>
  );
}

function ItemForm({ item, onClose, onChange }: ItemDialogProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const [title, setTitle] = useState(item.title);
  const [minutes, setMinutes] = useState(minutesOf(item.allottedMs));
  const save = () => {
    if (!title.trim()) return;
    const allottedMs = msOf(minutes);
    if (title.trim() !== item.title || allottedMs !== item.allottedMs) onChange(title.trim(), allottedMs);
    onClose();
  };
  return (
    <Form onSubmit={save} label={t('rename')}>
      <TextField
        label={t('itemTitle')}
        value={title}
        maxLength={LIMITS.titleLength}
        onChange={setTitle}
        autoFocus
        isRequired
      />
      <TextField
        label={t('minutesField')}
        inputMode="numeric"
        isOptional
        maxLength={4}
        value={minutes}
        onChange={(typed) => setMinutes(typed.replace(/\D/g, ''))}
      />
      <Button type="submit" variant="primary">
        {words('save')}
      </Button>
    </Form>
  );
}
