import { LIMITS, type SetLineView, type SetView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';

const FIELDS = ['focusArea', 'responsible', 'timeline'] as const;

interface LineEditorProps {
  set: SetView;
  line: SetLineView;
  isOpen: boolean;
  onClose(): void;
}

/** Changes what the set says about a line; the words are the proposal's. */
export function LineEditor({ set, line, isOpen, onClose }: LineEditorProps) {
  const t = useMessages(messages);
  return (
    <Dialog
      title={t('editLineTitle', { number: String(line.number) })}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      {(close) => <EditForm set={set} line={line} onDone={close} />}
    </Dialog>
  );
}

function EditForm({ set, line, onDone }: { set: SetView; line: SetLineView; onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const [fields, setFields] = useState(() =>
    Object.fromEntries(FIELDS.map((field) => [field, line[field] ?? ''])),
  );
  // The version that the form was opened on: who changed the set meanwhile is not overwritten.
  const [version] = useState(set.version);
  const faultOf = (words: string) =>
    words.length > LIMITS.fieldLength ? t('tooLong', { limit: LIMITS.fieldLength }) : undefined;

  const send = async () => {
    const changed = FIELDS.filter((field) => (fields[field] ?? '').trim() !== (line[field] ?? ''));
    if (changed.length === 0) return onDone();
    if (FIELDS.some((field) => faultOf(fields[field] ?? ''))) return;
    const values = Object.fromEntries(changed.map((field) => [field, (fields[field] ?? '').trim() || null]));
    const result = await act(client.changeLine({ version, line: line.id, ...values }));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={t(field)}
          value={fields[field] ?? ''}
          onChange={(words) => setFields((before) => ({ ...before, [field]: words }))}
          error={faultOf(fields[field] ?? '')}
          isOptional
        />
      ))}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
