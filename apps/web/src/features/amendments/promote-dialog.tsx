import { LIMITS, type AmendmentView } from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { useAmendmentActs } from './use-amendment-acts.js';

/** Makes a proposal of a rejected amendment. */
export function PromoteDialog({ amendment, onClose }: { amendment: AmendmentView; onClose(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { isPending, refusal, settle } = useAmendmentActs();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const isTooLong = text.length > LIMITS.proposalTextLength;
  const send = async () => {
    if (isTooLong) return;
    const sending = client.promoteAmendment({
      amendment: amendment.id,
      revision: amendment.revision,
      title: title.trim() || null,
      text: text.trim() || null,
    });
    if (await settle(sending, t('promoted'))) onClose();
  };
  return (
    <Dialog title={t('promoteTitle', { label: amendment.label })} isOpen onOpenChange={onClose}>
      <Form onSubmit={() => void send()}>
        <p>{t('promoteWords')}</p>
        {refusal && <Banner tone="error">{refusal}</Banner>}
        <TextField
          label={t('promoteName')}
          description={t('promoteNameHint')}
          value={title}
          maxLength={LIMITS.titleLength}
          onChange={setTitle}
          isOptional
        />
        <TextArea
          label={t('promoteText')}
          description={t('promoteTextHint')}
          value={text}
          onChange={setText}
          rows={3}
          limit={LIMITS.proposalTextLength}
          error={isTooLong ? t('tooLong', { limit: LIMITS.proposalTextLength }) : undefined}
          isOptional
          isRecord
        />
        <div className={layout.rowEnd}>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('act_promote')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
