import {
  LIMITS,
  type AmendmentSponsor,
  type AmendmentView,
  type ProposalView,
  type VersionParagraphs,
} from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { Skeleton } from '../../ui/skeleton.js';
import text from '../../ui/text.module.css';
import { TextArea } from '../../ui/text-area.js';
import { useUnsaved } from '../../ui/unsaved.js';
import { useLastKnown } from '../../ui/use-last-known.js';
import { useLookedAt } from '../../ui/use-looked-at.js';
import { MovedOn } from '../documents/versions/moved-on.js';
import { useRoom } from '../room/room-context.js';
import {
  beginDraft,
  carryDraft,
  faultsOf,
  isWritten,
  placeDraft,
  textOf,
  wordsThere,
  type Paragraph,
} from './amendment-draft.js';
import { messages } from './messages.js';
import { PlaceFields } from './place-fields.js';
import { SponsorsField } from './sponsors-field.js';
import { useAmendmentActs } from './use-amendment-acts.js';
import { useParagraphs } from './use-amendment-queries.js';
import { WordsField } from './words-field.js';
import styles from './amendments.module.css';

interface ProposeDialogProps {
  proposal: ProposalView;
  amendments: readonly AmendmentView[];
  /** The paragraph it was asked for at, as it read; null where none was chosen yet. */
  paragraph: Paragraph | null;
  onClose(): void;
}

/** Proposes an amendment to one paragraph of the newest version. */
export function ProposeDialog({ proposal, amendments, paragraph, onClose }: ProposeDialogProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { data, error } = useParagraphs(proposal, amendments);
  const newest = useLastKnown(data);
  return (
    <Dialog
      title={t('proposeTitle', { number: String(proposal.number) })}
      isOpen
      onOpenChange={onClose}
      size="large"
    >
      {error && !newest && <Banner tone="error">{t('notShown', { reason: problem(error) ?? '' })}</Banner>}
      {!error && !newest && <Skeleton lines={4} />}
      {newest && <ProposeForm proposal={proposal} newest={newest} paragraph={paragraph} onClose={onClose} />}
    </Dialog>
  );
}

interface ProposeFormProps {
  proposal: ProposalView;
  newest: VersionParagraphs;
  paragraph: Paragraph | null;
  onClose(): void;
}

function ProposeForm({ proposal, newest, paragraph, onClose }: ProposeFormProps) {
  const t = useMessages(messages);
  const { client, state } = useRoom();
  const { isPending, refusal, settle, forgetRefusal } = useAmendmentActs();
  // A version of the same words needs no second look, and before the first version words change without one.
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(newest, (each) => JSON.stringify(each.paragraphs));
  const { version, sha256 } = newest;
  const { paragraphs } = lookedAt;
  const [draft, setDraft] = useState(() => beginDraft(paragraph, paragraphs));
  const [reason, setReason] = useState('');
  const self = state.me?.participant;
  const [sponsors, setSponsors] = useState<AmendmentSponsor[]>(self ? [{ kind: 'person', id: self }] : []);
  const [isChecked, setChecked] = useState(false);
  const faults = faultsOf(draft, paragraphs);
  const shown = isChecked ? faults : {};
  const leave = useUnsaved(isWritten(draft, paragraphs) || reason !== '');
  const goOn = () => {
    setDraft(carryDraft(draft, paragraphs, newest.paragraphs));
    lookAgain();
    forgetRefusal();
  };

  const send = async () => {
    setChecked(true);
    if (Object.keys(faults).length > 0 || sponsors.length === 0 || draft.paragraph === null) return;
    if (hasMovedOn) return;
    const { kind } = draft;
    const sending = client.tableAmendment({
      proposal: proposal.id,
      version,
      sha256,
      kind,
      paragraph: draft.paragraph,
      text: kind === 'delete' ? null : draft.text.trim(),
      reason: reason.trim().slice(0, LIMITS.reasonLength) || null,
      sponsors,
    });
    if (await settle(sending, t('tabled'))) onClose();
  };
  return (
    <Form className={styles.form} onSubmit={() => void send()}>
      {version === 0 && <p className={text.quiet}>{t('noVersion')}</p>}
      {refusal && <Banner tone="error">{refusal}</Banner>}
      <PlaceFields
        draft={draft}
        paragraphs={paragraphs}
        fault={shown.paragraph}
        onChange={(place) => setDraft((before) => placeDraft(before, place, paragraphs))}
      />
      <WordsField
        draft={draft}
        before={wordsThere(draft, paragraphs)}
        fault={shown.text}
        onChange={(words) => setDraft((before) => ({ ...before, text: words }))}
      />
      <TextArea
        label={t('reason')}
        value={reason}
        onChange={setReason}
        rows={2}
        limit={LIMITS.reasonLength}
        isOptional
      />
      <SponsorsField
        sponsors={sponsors}
        error={isChecked && sponsors.length === 0 ? t('sponsorNeeded') : undefined}
        onChange={setSponsors}
      />
      {hasMovedOn && !isPending && (
        <MovedOn was={textOf(paragraphs)} now={textOf(newest.paragraphs)} onGoOn={goOn} />
      )}
      <div className={layout.rowEnd}>
        <Button onPress={leave}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending} isDisabled={hasMovedOn}>
          {t('table')}
        </Button>
      </div>
    </Form>
  );
}
