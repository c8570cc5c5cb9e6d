import { LIMITS } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import layout from '../../ui/layout.module.css';
import { TextField } from '../../ui/text-field.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';

/** Asks before words are withdrawn: they cannot be brought back. */
export function WithdrawalDialog({ seq, onClose }: { seq: number | null; onClose(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const [reason, setReason] = useState('');
  if (seq === null) return null;
  return (
    <ConfirmDialog
      title={t('withdrawTitle')}
      confirmLabel={t('withdraw')}
      cancelLabel={t('cancel')}
      isDangerous
      isOpen
      onOpenChange={(isOpen) => {
        if (isOpen) return;
        setReason('');
        onClose();
      }}
      onConfirm={() => void client.withdraw({ target: seq, reason: reason.trim() || null })}
    >
      <div className={layout.stack}>
        <p>{t('withdrawWords')}</p>
        <TextField
          label={t('reason')}
          isOptional
          value={reason}
          onChange={setReason}
          maxLength={LIMITS.reasonLength}
        />
      </div>
    </ConfirmDialog>
  );
}
