import type { AmendmentView, ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/skeleton.js';
import { useUnsaved } from '../../ui/unsaved.js';
import { useLastKnown } from '../../ui/use-last-known.js';
import { useLookedAt } from '../../ui/use-looked-at.js';
import { MovedOn } from '../documents/versions/moved-on.js';
import { useRoom } from '../room/room-context.js';
import { faultsOf, placeDraft, textOf, wordsThere } from './amendment-draft.js';
import { messages } from './messages.js';
import { PlaceFields } from './place-fields.js';
import { beginRebase, carryRebase, stampOfGround, type RebaseGround } from './rebase-draft.js';
import { RebaseSides } from './rebase-sides.js';
import { useAmendmentActs } from './use-amendment-acts.js';
import { useRebaseOffer } from './use-amendment-queries.js';
import { WordsField } from './words-field.js';
import styles from './amendments.module.css';

interface RebaseDialogProps {
  amendment: AmendmentView;
  proposal: ProposalView;
  amendments: readonly AmendmentView[];
  onClose(): void;
}

/** Offers how an amendment may read on the newest version; nothing is chosen for its sponsors. */
export function RebaseDialog({ amendment, proposal, amendments, onClose }: RebaseDialogProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { data, error } = useRebaseOffer(proposal, amendment, amendments);
  const newest = useLastKnown(data);
  return (
    <Dialog title={t('rebaseTitle', { label: amendment.label })} isOpen onOpenChange={onClose} size="large">
      {error && !newest && <Banner tone="error">{t('notShown', { reason: problem(error) ?? '' })}</Banner>}
      {!error && !newest && <Skeleton lines={6} />}
      {newest && <RebaseForm newest={{ amendment, ...newest }} onClose={onClose} />}
    </Dialog>
  );
}

function RebaseForm({ newest, onClose }: { newest: RebaseGround; onClose(): void }) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { isPending, refusal, settle, forgetRefusal } = useAmendmentActs();
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(newest, stampOfGround);
  const { amendment, offer, version, paragraphs } = lookedAt;
  const [draft, setDraft] = useState(() => beginRebase(newest));
  const [isChecked, setChecked] = useState(false);
  const faults = faultsOf(draft, paragraphs);
  const shown = isChecked ? faults : {};
  const setText = (text: string) => setDraft((before) => ({ ...before, text }));
  const leave = useUnsaved(draft.text !== beginRebase(lookedAt).text);
  const goOn = () => {
    setDraft(carryRebase(draft, lookedAt, newest));
    lookAgain();
    forgetRefusal();
  };
  const send = async () => {
    setChecked(true);
    if (Object.keys(faults).length > 0 || draft.paragraph === null) return;
    const { kind, paragraph } = draft;
    const sending = client.rebaseAmendment({
      amendment: amendment.id,
      revision: offer.revision,
      version,
      kind,
      paragraph,
      text: kind === 'delete' ? null : draft.text.trim(),
    });
    if (await settle(sending, t('rebased'))) onClose();
  };
  return (
    <Form className={styles.form} onSubmit={() => void send()}>
      <p>{t('rebaseWords')}</p>
      <p>
        <strong>{t(`verdict_${offer.verdict}`, { paragraph: String(offer.paragraph ?? 0) })}</strong>
      </p>
      {refusal && <Banner tone="error">{refusal}</Banner>}
      <RebaseSides amendment={amendment} offer={offer} onTake={setText} />
      {(offer.verdict === 'gone' || offer.paragraph === null) && (
        <PlaceFields
          draft={draft}
          paragraphs={paragraphs}
          fault={shown.paragraph}
          onChange={(place) => setDraft((before) => placeDraft(before, place, paragraphs))}
        />
      )}
      <WordsField
        draft={draft}
        before={wordsThere(draft, paragraphs)}
        fault={shown.text}
        onChange={setText}
      />
      {hasMovedOn && !isPending && (
        <MovedOn was={textOf(paragraphs)} now={textOf(newest.paragraphs)} onGoOn={goOn} />
      )}
      <div className={layout.rowEnd}>
        <Button onPress={leave}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('rebase', { version: String(offer.to) })}
        </Button>
      </div>
    </Form>
  );
}
