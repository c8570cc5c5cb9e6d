import type { DocumentSession } from '@roundtable/client';
import { LIMITS } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { useDocumentPlace } from '../document-place.js';
import { useOpenDocument } from '../editor-context.js';
import { messages } from './messages.js';
import { useRenewVersions } from './use-versions.js';
import styles from './versions.module.css';

/** Fixes the text as it is now, with a name. */
export function SaveVersion() {
  const t = useMessages(messages);
  const problem = useProblem();
  const { saveVersion } = useDocumentPlace();
  const { session } = useOpenDocument();
  const renew = useRenewVersions();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    await allSent(session);
    const refusal = await saveVersion(note.trim() || null);
    setSaving(false);
    if (refusal) return setError(t('notSaved', { reason: problem(refusal) ?? '' }));
    setOpen(false);
    setNote('');
    setError(null);
    void renew();
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

const patienceMs = 5_000;

/** A version holds what is on the server: one's last words are to be there first. */
function allSent(session: DocumentSession): Promise<void> {
  return new Promise((resume) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resume();
    };
    const timer = setTimeout(end, patienceMs);
    const stop = session.subscribe(() => session.unsaved === 0 && end());
    if (session.unsaved === 0) end();
  });
}
