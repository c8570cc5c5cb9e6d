import { LIMITS } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { TextField } from '../../../ui/text-field.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';

/** Makes the communique: its title, and the lines of the set that it is made of. */
export function DraftCommunique() {
  const t = useMessages(messages);
  return (
    <Dialog title={t('draftCommunique')} trigger={<Button variant="primary">{t('draftCommunique')}</Button>}>
      {(close) => <DraftForm onDone={close} />}
    </Dialog>
  );
}

function DraftForm({ onDone }: { onDone(): void }) {
  const t = useMessages(messages);
  const { client, state } = useRoom();
  const { act, isPending } = useAct();
  const lines = state.record?.snapshot.publications.lines ?? [];
  const [title, setTitle] = useState(t('communique'));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(left);
    if (isOn) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const send = async () => {
    if (title.trim() === '') return;
    const ids = lines.filter(({ id }) => !left.has(id)).map(({ id }) => id);
    const words = { title: title.trim().slice(0, LIMITS.titleLength), lines: ids };
    const result = await act(client.draftCommunique(words));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <TextField
        label={t('title')}
        value={title}
        onChange={setTitle}
        error={title.trim() === '' ? t('titleMissing') : undefined}
      />
      {lines.length === 0 ? (
        <p>{t('noLinesToTake')}</p>
      ) : (
        <div className={layout.stackTight} role="group" aria-label={t('whichLines')}>
          <p>{t('whichLines')}</p>
          {lines.map((line) => (
            <Checkbox
              key={line.id}
              isSelected={!left.has(line.id)}
              onChange={(isOn) => toggle(line.id, isOn)}
            >
              {String(line.number)}. <bdi>{line.title}</bdi>
            </Checkbox>
          ))}
        </div>
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('draftCommunique')}
        </Button>
      </div>
    </Form>
  );
}
