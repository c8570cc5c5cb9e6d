import { LIMITS, type ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import layout from '../../ui/layout.module.css';
import { TextArea } from '../../ui/text-area.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';

/** Takes a proposal back, with a reason if one likes. */
export function WithdrawProposal({ proposal }: { proposal: ProposalView }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { client } = useRoom();
  const [reason, setReason] = useState('');
  const number = String(proposal.number);

  // Not awaited by the dialog: without a connection the withdrawal waits like any other words.
  const withdraw = () => {
    const { clientId, done } = client.withdrawProposal({
      proposal: proposal.id,
      reason: reason.trim().slice(0, LIMITS.reasonLength) || null,
    });
    void done.then((result) => {
      if (result.ok) return showToast({ text: t('withdrawnToast', { number }) });
      client.discard(clientId);
      return showToast({ tone: 'error', text: problem(result.error) ?? result.error.message });
    });
  };

  return (
    <ConfirmDialog
      title={t('withdrawTitle', { number })}
      confirmLabel={t('withdraw')}
      cancelLabel={t('cancel')}
      isDangerous
      onConfirm={withdraw}
      trigger={
        <Button variant="quiet" size="small">
          {t('withdraw')}
        </Button>
      }
    >
      <div className={layout.stack}>
        <p>{t('withdrawWords')}</p>
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
