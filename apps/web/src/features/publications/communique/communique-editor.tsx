import { BracketFault, LIMITS, readBrackets, type CommuniqueView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';

/** Changes title and paragraphs, with brackets as they are written. */
export function CommuniqueEditor({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  return (
    <Dialog title={t('editCommunique')} size="large" trigger={<Button>{t('editCommunique')}</Button>}>
      {(close) => <EditorForm communique={communique} onDone={close} />}
    </Dialog>
  );
}

interface EditedPart {
  key: string;
  id: string | null;
  text: string;
}

function EditorForm({ communique, onDone }: { communique: CommuniqueView; onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const [title, setTitle] = useState(communique.title);
  const [parts, setParts] = useState<EditedPart[]>(() =>
    communique.parts.map(({ id, text }) => ({ key: id, id, text })),
  );
  const [isChecked, setChecked] = useState(false);
  const [version] = useState(communique.version);
  const faultOf = (text: string): string | undefined => {
    if (text.trim() === '') return t('paragraphEmpty');
    if (text.length > LIMITS.bodyLength) return t('tooLong', { limit: LIMITS.bodyLength });
    return hasWrongBrackets(text) ? t('bracketsWrong') : undefined;
  };
  const change = (key: string, text: string) =>
    setParts((before) => before.map((part) => (part.key === key ? { ...part, text } : part)));

  const send = async () => {
    setChecked(true);
    if (title.trim() === '' || parts.some(({ text }) => faultOf(text))) return;
    const words = parts.map(({ id, text }) => ({ id, text: text.trim() }));
    const result = await act(client.changeCommunique({ version, title: title.trim(), parts: words }));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <TextField
        label={t('title')}
        value={title}
        onChange={setTitle}
        error={isChecked && title.trim() === '' ? t('titleMissing') : undefined}
      />
      <p>{t('bracketHelp')}</p>
      {parts.map(({ key, text }, index) => (
        <div key={key} className={layout.stackTight}>
          <TextArea
            label={t('paragraph', { number: String(index + 1) })}
            value={text}
            onChange={(words) => change(key, words)}
            rows={3}
            isRecord
            limit={LIMITS.bodyLength}
            error={isChecked ? faultOf(text) : undefined}
          />
          <div>
            <Button
              variant="quiet"
              size="small"
              aria-label={t('removeParagraphOf', { number: String(index + 1) })}
              onPress={() => setParts((before) => before.filter((part) => part.key !== key))}
            >
              {t('removeParagraph')}
            </Button>
          </div>
        </div>
      ))}
      <div className={layout.row}>
        <Button
          onPress={() => setParts((before) => [...before, { key: crypto.randomUUID(), id: null, text: '' }])}
        >
          {t('addParagraph')}
        </Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

function hasWrongBrackets(text: string): boolean {
  try {
    readBrackets(text);
    return false;
  } catch (error) {
    if (error instanceof BracketFault) return true;
    throw error;
  }
}
