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
import { useRoom } from '../room/room-context.js';
import { faultsOf, placeDraft, wordsThere, type AmendmentDraft } from './amendment-draft.js';
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
  /** The paragraph it was asked for at; null where none was chosen yet. */
  paragraph: number | null;
  onClose(): void;
}

/** Proposes an amendment to one paragraph of the newest version. */
export function ProposeDialog({ proposal, amendments, paragraph, onClose }: ProposeDialogProps) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { data, error } = useParagraphs(proposal, amendments);
  return (
    <Dialog
      title={t('proposeTitle', { number: String(proposal.number) })}
      isOpen
      onOpenChange={onClose}
      size="large"
    >
      {error && !data && <Banner tone="error">{t('notShown', { reason: problem(error) ?? '' })}</Banner>}
      {!error && !data && <Skeleton lines={4} />}
      {data && <ProposeForm proposal={proposal} version={data} paragraph={paragraph} onClose={onClose} />}
    </Dialog>
  );
}

interface ProposeFormProps {
  proposal: ProposalView;
  version: VersionParagraphs;
  paragraph: number | null;
  onClose(): void;
}

function ProposeForm({ proposal, version: { version, paragraphs }, paragraph, onClose }: ProposeFormProps) {
  const t = useMessages(messages);
  const { client, state } = useRoom();
  const { isPending, refusal, settle } = useAmendmentActs();
  const [draft, setDraft] = useState(() => beginDraft(paragraph, paragraphs));
  const [reason, setReason] = useState('');
  const self = state.me?.participant;
  const [sponsors, setSponsors] = useState<AmendmentSponsor[]>(self ? [{ kind: 'person', id: self }] : []);
  const [isChecked, setChecked] = useState(false);
  const faults = faultsOf(draft, paragraphs);
  const shown = isChecked ? faults : {};

  const send = async () => {
    setChecked(true);
    if (Object.keys(faults).length > 0 || sponsors.length === 0 || draft.paragraph === null) return;
    const { kind } = draft;
    const sending = client.tableAmendment({
      proposal: proposal.id,
      version,
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
      <div className={layout.rowEnd}>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('table')}
        </Button>
      </div>
    </Form>
  );
}

/** A text of one paragraph leaves no choice. */
function beginDraft(asked: number | null, paragraphs: VersionParagraphs['paragraphs']): AmendmentDraft {
  const paragraph = asked ?? (paragraphs.length === 1 ? 1 : null);
  const kind = paragraphs.length === 0 ? 'insert' : 'replace';
  const empty: AmendmentDraft = { kind, paragraph: null, text: '' };
  return placeDraft(empty, { paragraph: kind === 'insert' ? 0 : paragraph }, paragraphs);
}
