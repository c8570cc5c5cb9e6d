import { LIMITS, type SetLineView, type SetView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { useUnsaved } from '../../../ui/unsaved.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { changesIn, fieldsOf, LINE_FIELDS, rebaseFields, stampOfFields } from './line-fields.js';
import { LineMovedOn } from './line-moved-on.js';
import { useLookedAtLine } from './use-looked-at-line.js';

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
      <EditForm set={set} line={line} onDone={onClose} />
    </Dialog>
  );
}

function EditForm({ set, line, onDone }: { set: SetView; line: SetLineView; onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const { lookedAt, version, hasMovedOn, lookAgain } = useLookedAtLine(set, line, stampOfFields);
  const before = fieldsOf(lookedAt);
  const [fields, setFields] = useState(before);
  const changes = changesIn(fields, before);
  const hasChanges = Object.keys(changes).length > 0;
  useUnsaved(hasChanges);
  const faultOf = (words: string) =>
    words.length > LIMITS.fieldLength ? t('tooLong', { limit: LIMITS.fieldLength }) : undefined;
  const goOn = () => {
    setFields(rebaseFields(fields, before, fieldsOf(line)));
    lookAgain();
  };
  const send = async () => {
    if (!hasChanges) return onDone();
    if (LINE_FIELDS.some((field) => faultOf(fields[field]))) return;
    const result = await act(client.changeLine({ version, line: line.id, ...changes }));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      {LINE_FIELDS.map((field) => (
        <TextField
          key={field}
          label={t(field)}
          value={fields[field]}
          onChange={(words) => setFields((now) => ({ ...now, [field]: words }))}
          error={faultOf(fields[field])}
          isOptional
        />
      ))}
      {hasMovedOn && !isPending && <LineMovedOn lookedAt={lookedAt} newest={line} onGoOn={goOn} />}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
