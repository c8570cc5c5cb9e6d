import { LIMITS, type AmendmentStop, type ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { TextArea } from '../../ui/text-area.js';
import { Time } from '../../ui/time.js';
import { useDirectory } from '../proposals/directory.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { useAmendmentActs } from './use-amendment-acts.js';

interface RegulateDialogProps {
  proposal: ProposalView;
  /** True where new amendments are taken now. */
  isStop: boolean;
  onClose(): void;
}

/** Stops new amendments on a proposal, or takes them again. */
export function RegulateDialog({ proposal, isStop, onClose }: RegulateDialogProps) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { isPending, refusal, settle } = useAmendmentActs();
  const [reason, setReason] = useState('');
  const words = t(isStop ? 'stop' : 'resume');
  const send = async () => {
    const sending = client.regulateAmendments({
      proposal: proposal.id,
      stop: isStop,
      reason: reason.trim().slice(0, LIMITS.reasonLength) || null,
    });
    if (await settle(sending, t('done'))) onClose();
  };
  return (
    <Dialog title={words} isOpen onOpenChange={onClose} size="small">
      <Form onSubmit={() => void send()}>
        <p>{t(isStop ? 'stopWords' : 'resumeWords')}</p>
        {refusal && <Banner tone="error">{refusal}</Banner>}
        <TextArea
          label={t('reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          limit={LIMITS.reasonLength}
          isOptional
        />
        <div className={layout.rowEnd}>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {words}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

/** Says that no new amendments are taken, since when and why. */
export function StopNote({ stop }: { stop: AmendmentStop }) {
  const t = useMessages(messages);
  const { meeting } = useDirectory();
  return (
    <Banner tone="info">
      {t.rich(stop.reason === null ? 'stopped' : 'stoppedWhy', {
        time: () => <Time key="time" at={stop.at} zone={meeting.zone} show="dateTime" dateStyle="medium" />,
        reason: () => <bdi key="reason">{stop.reason}</bdi>,
      })}
    </Banner>
  );
}
