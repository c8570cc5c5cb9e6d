import {
  LIMITS,
  RECOMMENDATIONS,
  type AmendmentView,
  type RecommendOnAmendment,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { RadioGroup } from '../../ui/radio-group.js';
import { TextArea } from '../../ui/text-area.js';
import { useLookedAt } from '../../ui/use-looked-at.js';
import { MovedOn } from '../documents/versions/moved-on.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import type { AmendmentAct } from './possible-acts.js';
import { useAmendmentActs } from './use-amendment-acts.js';

/** Acts that ask for no more than a reason. */
export type PlainAct = Exclude<AmendmentAct, 'rebase' | 'promote'>;

const WITHOUT_REASON: readonly PlainAct[] = ['join', 'join_delegation', 'leave', 'leave_delegation'];

interface ActDialogProps {
  act: PlainAct;
  amendment: AmendmentView;
  onClose(): void;
}

/** Says what an act does, asks why, and does it. */
export function ActDialog({ act, amendment, onClose }: ActDialogProps) {
  const t = useMessages(messages);
  const { isPending, refusal, settle, forgetRefusal } = useAmendmentActs();
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(amendment, ({ revision }) => revision);
  const send = useSender(lookedAt);
  const goOn = () => {
    lookAgain();
    forgetRefusal();
  };
  const [reason, setReason] = useState('');
  const [advice, setAdvice] = useState<Advice | null>(amendment.recommendation?.advice ?? null);
  const [isChecked, setChecked] = useState(false);
  const isMissing = act === 'recommend' && advice === null;
  const submit = async () => {
    setChecked(true);
    const why = reason.trim().slice(0, LIMITS.reasonLength) || null;
    if (!isMissing && (await settle(send(act, why, advice), t('done')))) onClose();
  };
  const words = t(`act_${act}`);
  return (
    <Dialog
      title={t('actTitle', { act: words, label: amendment.label })}
      isOpen
      onOpenChange={onClose}
      size="small"
    >
      <Form onSubmit={() => void submit()}>
        <p>{t(`words_${act}`)}</p>
        {refusal && <Banner tone="error">{refusal}</Banner>}
        {act === 'recommend' && (
          <RadioGroup
            label={t('advice')}
            choices={ADVICES.map((value) => ({ value, label: t(`advice_${value}`) }))}
            value={advice}
            onChange={setAdvice}
            error={isChecked && isMissing ? t('adviceNeeded') : undefined}
          />
        )}
        {!WITHOUT_REASON.includes(act) && (
          <TextArea
            label={t('reason')}
            value={reason}
            onChange={setReason}
            rows={2}
            limit={LIMITS.reasonLength}
            isOptional
          />
        )}
        {hasMovedOn && !isPending && (
          <MovedOn was={wordsOf(lookedAt)} now={wordsOf(amendment)} onGoOn={goOn} />
        )}
        <div className={layout.rowEnd}>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant={act === 'withdraw' ? 'danger' : 'primary'} isPending={isPending}>
            {words}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

type Advice = (typeof RECOMMENDATIONS)[number] | 'none';
const ADVICES: readonly Advice[] = [...RECOMMENDATIONS, 'none'];

/** What is decided on: the paragraph as it stands, and the words for it. */
function wordsOf({ was, text }: AmendmentView): string {
  return [was, text].filter((words) => words !== null).join('\n\n');
}

/** Puts an act into the words of the wire. */
function useSender({ id: amendment, revision }: AmendmentView) {
  const { client } = useRoom();
  return (act: PlainAct, reason: string | null, advice: Advice | null) => {
    switch (act) {
      case 'befriend':
        return client.acceptAmendment({ amendment, revision, reason });
      case 'accept':
        return client.decideAmendment({ amendment, revision, result: 'accepted', reason });
      case 'reject':
        return client.decideAmendment({ amendment, revision, result: 'rejected', reason });
      case 'withdraw':
        return client.withdrawAmendment({ amendment, reason });
      case 'recommend': {
        const given: RecommendOnAmendment['advice'] = advice === 'none' ? null : advice;
        return client.recommendOnAmendment({ amendment, advice: given, reason });
      }
      case 'join':
      case 'leave':
        return client.sponsorAmendment({ amendment, as: 'person', joins: act === 'join' });
      case 'join_delegation':
      case 'leave_delegation':
        return client.sponsorAmendment({ amendment, as: 'delegation', joins: act === 'join_delegation' });
    }
  };
}
