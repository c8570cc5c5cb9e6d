import { LIMITS } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { useDocumentPlace } from '../document-place.js';
import { messages } from './messages.js';
import styles from './versions.module.css';

/** Fixes the text as it is now, with a name. */
export function SaveVersion() {
  const t = useMessages(messages);
  const problem = useProblem();
  const { saveVersion } = useDocumentPlace();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    const refusal = await saveVersion(note.trim() || null);
    setSaving(false);
    if (refusal) return setError(t('notSaved', { reason: problem(refusal) ?? '' }));
    setOpen(false);
    setNote('');
    setError(null);
    showToast({ text: t('saved') });
  };

  if (!isOpen) {
    return (
      <div>
        <Button size="small" onPress={() => setOpen(true)}>
          {t('save')}
        </Button>
      </div>
    );
  }
  return (
    <Form label={t('save')} onSubmit={() => void save()} className={styles.form}>
      <TextField
        autoFocus
        isOptional
        label={t('note')}
        description={t('saveHint')}
        value={note}
        maxLength={LIMITS.noteLength}
        error={error ?? undefined}
        onChange={setNote}
      />
      <div className={styles.acts}>
        <Button size="small" type="submit" isPending={isSaving}>
          {t('saveNow')}
        </Button>
        <Button size="small" variant="quiet" onPress={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  );
}
