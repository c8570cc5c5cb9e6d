import type { AmendmentView, ProposalView, RebaseOffer, VersionParagraphs } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/skeleton.js';
import { useRoom } from '../room/room-context.js';
import { faultsOf, placeDraft, wordsThere, type AmendmentDraft } from './amendment-draft.js';
import { messages } from './messages.js';
import { PlaceFields } from './place-fields.js';
import { RebaseSides } from './rebase-sides.js';
import { useAmendmentActs } from './use-amendment-acts.js';
import { useParagraphs, useRebaseOffer } from './use-amendment-queries.js';
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
  const offer = useRebaseOffer(proposal, amendment);
  const newest = useParagraphs(proposal, amendments);
  const error = offer.error ?? newest.error;
  return (
    <Dialog title={t('rebaseTitle', { label: amendment.label })} isOpen onOpenChange={onClose} size="large">
      {error && <Banner tone="error">{t('notShown', { reason: problem(error) ?? '' })}</Banner>}
      {!error && !(offer.data && newest.data) && <Skeleton lines={6} />}
      {offer.data && newest.data && (
        <RebaseForm
          key={`${String(offer.data.to)}/${String(offer.data.revision)}`}
          amendment={amendment}
          offer={offer.data}
          paragraphs={newest.data.paragraphs}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface RebaseFormProps {
  amendment: AmendmentView;
  offer: RebaseOffer;
  paragraphs: VersionParagraphs['paragraphs'];
  onClose(): void;
}

function RebaseForm({ amendment, offer, paragraphs, onClose }: RebaseFormProps) {
  const t = useMessages(messages);
  const { client } = useRoom();
  const { isPending, refusal, settle } = useAmendmentActs();
  const [draft, setDraft] = useState<AmendmentDraft>(() => ({
    kind: amendment.kind,
    paragraph: offer.paragraph,
    text: offer.suggestion ?? amendment.text ?? '',
  }));
  const [isChecked, setChecked] = useState(false);
  const faults = faultsOf(draft, paragraphs);
  const shown = isChecked ? faults : {};
  const setText = (text: string) => setDraft((before) => ({ ...before, text }));
  const send = async () => {
    setChecked(true);
    if (Object.keys(faults).length > 0 || draft.paragraph === null) return;
    const { kind, paragraph } = draft;
    const sending = client.rebaseAmendment({
      amendment: amendment.id,
      revision: offer.revision,
      version: offer.to,
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
      <div className={layout.rowEnd}>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('rebase', { version: String(offer.to) })}
        </Button>
      </div>
    </Form>
  );
}
