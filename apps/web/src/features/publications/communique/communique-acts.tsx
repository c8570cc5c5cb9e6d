import { LIMITS, type CommuniqueView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Button } from '../../../ui/button.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import layout from '../../../ui/layout.module.css';
import { TextArea } from '../../../ui/text-area.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from '../messages.js';
import { useAct } from '../use-act.js';
import { CirculateDialog } from './circulate-dialog.js';
import { CommuniqueEditor } from './communique-editor.js';
import { openBrackets } from './communique-state.js';
import styles from './communique.module.css';

/** What is done with a draft: it is edited, and when nothing is open, adopted or circulated. */
export function CommuniqueActs({ communique }: { communique: CommuniqueView }) {
  const t = useMessages(messages);
  const { may } = useRoom();
  if (communique.state !== 'draft') return null;
  const isAgreed = communique.parts.length > 0 && openBrackets(communique) === 0;
  return (
    <>
      {may('publications.draft') && <CommuniqueEditor communique={communique} />}
      {may('publications.adopt') &&
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
  const { act, isPending } = useAct();
  const [reason, setReason] = useState('');
  const adopt = () =>
    act(
      client.adoptCommunique({
        version: communique.version,
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
      </div>
    </ConfirmDialog>
  );
}
