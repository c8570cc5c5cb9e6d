import { LIMITS, RECOMMENDATIONS, type ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Banner } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import layout from '../../../ui/layout.module.css';
import { RadioGroup } from '../../../ui/radio-group.js';
import { TextArea } from '../../../ui/text-area.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from './messages.js';
import { useLifeActs } from './use-life-acts.js';

const CHOICES = [...RECOMMENDATIONS, 'none'] as const;

/** What the rapporteur or the secretariat advises the meeting to do, and why. */
export function RecommendDialog({ proposal, onClose }: { proposal: ProposalView; onClose(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { settle, isPending, refusal } = useLifeActs(proposal);
  const before = proposal.life?.recommendation;
  const [advice, setAdvice] = useState<(typeof CHOICES)[number]>(before?.advice ?? 'accept');
  const [reason, setReason] = useState(before?.reason ?? '');
  const send = async () => {
    const sending = client.recommendOnProposal({
      proposal: proposal.id,
      advice: advice === 'none' ? null : advice,
      reason: reason.trim() || null,
    });
    if (await settle(sending)) onClose();
  };
  return (
    <Dialog
      title={t('recommendTitle', { number: String(proposal.number) })}
      isOpen
      onOpenChange={onClose}
      size="small"
    >
      <Form onSubmit={() => void send()}>
        {refusal && <Banner tone="error">{refusal}</Banner>}
        <RadioGroup
          label={t('recommendation')}
          choices={CHOICES.filter((each) => each !== 'none' || before).map((value) => ({
            value,
            label: t(`advice_${value}`),
          }))}
          value={advice}
          onChange={setAdvice}
        />
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
            {t('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
