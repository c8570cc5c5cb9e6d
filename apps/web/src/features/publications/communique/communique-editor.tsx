import type { CommuniqueView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { TextField } from '../../../ui/text-field.js';
import { useUnsaved } from '../../../ui/unsaved.js';
import { ConflictChoice } from '../../proposals/conflict-choice.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import {
  beginDraft,
  changeOf,
  hasConflict,
  isChanged,
  keepMine,
  readsSame,
  rebase,
  takeTheirs,
  type CommuniqueDraft,
  type DraftPart,
} from './communique-draft.js';
import { CommuniqueMovedOn } from './communique-moved-on.js';
import { PartField, partFault } from './part-field.js';

/** Changes title and paragraphs, with brackets as they are written. */
export function CommuniqueEditor({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {communique.state === 'draft' && <Button onPress={() => setOpen(true)}>{t('editCommunique')}</Button>}
      {/* It stays while somebody else circulates the text: an objection brings that back. */}
      <Dialog title={t('editCommunique')} size="large" isOpen={isOpen} onOpenChange={setOpen}>
        <EditorForm communique={communique} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EditorForm({ communique, onDone }: { communique: CommuniqueView; onDone(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { act, isPending } = useAct();
  const [draft, setDraft] = useState(() => beginDraft(communique));
  const [isChecked, setChecked] = useState(false);
  const { base, title, parts } = draft;
  const hasMovedOn = !readsSame(base, communique);
  useUnsaved(isChanged(draft));
  const change = (part: Partial<CommuniqueDraft>) => setDraft((before) => ({ ...before, ...part }));
  const changePart = (key: string, next: DraftPart | null) =>
    change({ parts: parts.flatMap((part) => (part.key === key ? (next ?? []) : part)) });
  const add = () =>
    change({ parts: [...parts, { key: crypto.randomUUID(), id: null, text: '', theirs: null }] });

  const send = async () => {
    setChecked(true);
    const isFaulty = title.text.trim() === '' || parts.some(({ text }) => partFault(text) !== null);
    if (isFaulty || hasConflict(draft)) return;
    const { version } = hasMovedOn ? base : communique;
    const result = await act(client.changeCommunique({ version, ...changeOf(draft) }));
    if (result.ok) onDone();
  };
  return (
    <Form onSubmit={() => void send()}>
      <TextField
        label={t('title')}
        value={title.text}
        onChange={(text) => change({ title: { ...title, text } })}
        error={isChecked && title.text.trim() === '' ? t('titleMissing') : undefined}
      />
      {title.theirs !== null && (
        <ConflictChoice
          label={t('title')}
          theirs={title.theirs}
          mine={title.text}
          onKeepMine={() => change({ title: keepMine(title) })}
          onTakeTheirs={() => change({ title: takeTheirs(title) ?? title })}
        />
      )}
      <p>{t('bracketHelp')}</p>
      {parts.map((part, index) => (
        <PartField
          key={part.key}
          part={part}
          place={index + 1}
          isChecked={isChecked}
          onChange={(next) => changePart(part.key, next)}
        />
      ))}
      {hasMovedOn && !isPending && (
        <CommuniqueMovedOn
          lookedAt={base}
          newest={communique}
          onGoOn={() => setDraft((before) => rebase(before, communique))}
        />
      )}
      {isChecked && hasConflict(draft) && <p role="alert">{t('chooseFirst')}</p>}
      <div className={layout.row}>
        <Button onPress={add}>{t('addParagraph')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}
