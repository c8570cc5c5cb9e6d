import type { DocumentSession } from '@roundtable/client';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { CopyButton } from '../../ui/copy-field.js';
import { TextArea } from '../../ui/text-area.js';
import { messages } from './messages.js';
import styles from './document-editor.module.css';

interface RefusedWordsProps {
  session: DocumentSession;
  words: string;
  onDiscarded?(): void;
}

/** What somebody wrote here and the server did not take, to be copied from before it is given up. */
export function RefusedWords({ session, words, onDiscarded }: RefusedWordsProps) {
  const t = useMessages(messages);
  return (
    <div className={styles.refused}>
      <TextArea
        isReadOnly
        label={t('refusedWords')}
        description={t('refusedWordsHint')}
        value={words}
        rows={1}
      />
      <div className={styles.acts}>
        <CopyButton text={words} size="small" />
        <ConfirmDialog
          title={t('discardWordsTitle')}
          confirmLabel={t('discardWords')}
          cancelLabel={t('keepWords')}
          isDangerous
          onConfirm={() => {
            session.forgetRefusedWords();
            onDiscarded?.();
          }}
          trigger={
            <Button size="small" variant="quiet">
              {t('discardWords')}
            </Button>
          }
        >
          <p>{t('discardWordsHint')}</p>
        </ConfirmDialog>
      </div>
    </div>
  );
}
