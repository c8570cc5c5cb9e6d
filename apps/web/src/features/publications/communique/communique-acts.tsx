import { LIMITS, type CommuniqueView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/text-area.js';
import { useLookedAt, versionOf } from '../../../ui/use-looked-at.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { CirculateDialog } from './circulate-dialog.js';
import { CommuniqueEditor } from './communique-editor.js';
import { CommuniqueMovedOn } from './communique-moved-on.js';
import { openBrackets } from './communique-state.js';
import styles from './communique.module.css';

/** What is done with a draft: it is edited, and when nothing is open, adopted or circulated. */
export function CommuniqueActs({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  const { may } = useRoom();
  const isDraft = communique.state === 'draft';
  const isAgreed = communique.parts.length > 0 && openBrackets(communique) === 0;
  return (
    <>
      {may('publications.draft') && <CommuniqueEditor communique={communique} />}
      {isDraft &&
        may('publications.adopt') &&
        (isAgreed ? (
          <>
            <CirculateDialog communique={communique} />
            <AdoptCommunique communique={communique} />
          </>
        ) : (
          <p className={styles.waiting}>{t('notAgreed')}</p>
        ))}
    </>
  );
}

function AdoptCommunique({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { actOrStay, isPending } = useAct();
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(communique, versionOf);
  const [reason, setReason] = useState('');
  const adopt = () =>
    actOrStay(
      client.adoptCommunique({
        version: lookedAt.version,
        reason: reason.trim().slice(0, LIMITS.reasonLength) || null,
      }),
      t('communiqueAdopted'),
    );
  return (
    <ConfirmDialog
      title={t('adoptCommuniqueTitle')}
      confirmLabel={t('adoptLine')}
      cancelLabel={t('cancel')}
      isPending={isPending}
      onOpenChange={(isOpen) => isOpen && lookAgain()}
      onConfirm={adopt}
      trigger={<Button variant="primary">{t('adoptCommunique')}</Button>}
    >
      <div className={layout.stack}>
        <p>{t('adoptCommuniqueWords')}</p>
        <TextArea
          label={t('reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          limit={LIMITS.reasonLength}
          isOptional
        />
        {hasMovedOn && !isPending && (
          <CommuniqueMovedOn lookedAt={lookedAt} newest={communique} onGoOn={lookAgain} />
        )}
      </div>
    </ConfirmDialog>
  );
}
