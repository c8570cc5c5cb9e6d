import { LIMITS, POLL_METHODS, type PollUnit } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useRoom } from '../../room/room-context.js';
import { messages } from './messages.js';
import {
  hasThreshold,
  hasWrittenOptions,
  mayDecide,
  THRESHOLD_CHOICES,
  type DraftFaults,
  type PollDraft,
} from './poll-draft.js';

interface FieldsProps {
  draft: PollDraft;
  faults: DraftFaults;
  onChange(part: Partial<PollDraft>): void;
}

/** What is asked, about which proposal, and how. */
export function QuestionFields({ draft, faults, onChange }: FieldsProps) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const proposals = state.record?.snapshot.proposals.proposals ?? [];
  const about = [
    { value: '', label: t('aboutNothing') },
    ...proposals.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
  ];
  return (
    <>
      <TextField
        label={t('question')}
        description={t('questionHint')}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        error={faults.title && t(faults.title)}
        maxLength={LIMITS.titleLength}
        autoFocus
      />
      {proposals.length > 0 && (
        <Select
          label={t('about')}
          choices={about}
          value={draft.proposal ?? ''}
          onChange={(id) => onChange({ proposal: id === '' ? null : id })}
        />
      )}
      {draft.proposal !== null && mayDecide(draft.method) && (
        <Checkbox
          isSelected={draft.isDecisive}
          onChange={(isDecisive) => onChange({ isDecisive })}
          hint={t('decidesHint')}
        >
          {t('decides')}
        </Checkbox>
      )}
      <Select
        label={t('method')}
        choices={POLL_METHODS.map((value) => ({ value, label: t(`method_${value}`) }))}
        value={draft.method}
        onChange={(method) => onChange({ method })}
      />
      {hasWrittenOptions(draft.method) && (
        <TextArea
          label={t('optionsField')}
          description={t('optionsHint')}
          value={draft.options}
          onChange={(options) => onChange({ options })}
          error={faults.options && t(faults.options)}
          rows={3}
        />
      )}
      {draft.method === 'multiple_choice' && (
        <TextField
          label={t('maxPicks')}
          inputMode="numeric"
          value={draft.maxPicks}
          onChange={(maxPicks) => onChange({ maxPicks })}
        />
      )}
      {(draft.method === 'score' || draft.method === 'dot_vote') && (
        <TextField
          label={t('points')}
          inputMode="numeric"
          value={draft.points}
          onChange={(points) => onChange({ points })}
        />
      )}
    </>
  );
}

/** Whether persons or delegations vote, where there are delegations. */
export function UnitField({ unit, onChange }: { unit: PollUnit; onChange(unit: PollUnit): void }) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const units: PollUnit[] = ['persons', 'delegations'];
  if (!state.record?.snapshot.meetings.delegations.length) return null;
  return (
    <RadioGroup
      label={t('who')}
      choices={units.map((value) => ({ value, label: t(`unit_${value}`) }))}
      value={unit}
      onChange={onChange}
    />
  );
}

/** In secret or by name, and what it takes to carry. */
export function RuleFields({ draft, faults, onChange }: FieldsProps) {
  const t = useMessages(messages);
  return (
    <>
      <RadioGroup
        label={t('secrecy')}
        choices={[
          { value: 'named', label: t('named') },
          { value: 'secret', label: t('secret'), hint: t('secretHint') },
        ]}
        value={draft.isSecret ? 'secret' : 'named'}
        onChange={(value) => onChange({ isSecret: value === 'secret' })}
      />
      {!draft.isSecret && (
        <Checkbox isSelected={draft.hidesResults} onChange={(hidesResults) => onChange({ hidesResults })}>
          {t('hideResults')}
        </Checkbox>
      )}
      {hasThreshold(draft.method) && (
        <Select
          label={t('threshold')}
          choices={THRESHOLD_CHOICES.map((value) => ({ value, label: t(`threshold_${value}`) }))}
          value={draft.threshold}
          onChange={(threshold) => onChange({ threshold })}
        />
      )}
      {hasThreshold(draft.method) && draft.threshold === 'own' && (
        <TextField
          label={t('percent')}
          inputMode="decimal"
          value={draft.percent}
          onChange={(percent) => onChange({ percent })}
          error={faults.percent && t(faults.percent)}
        />
      )}
      <TextField
        label={t('quorumPercent')}
        inputMode="decimal"
        value={draft.quorum}
        onChange={(quorum) => onChange({ quorum })}
        error={faults.quorum && t(faults.quorum)}
        isOptional
      />
    </>
  );
}
