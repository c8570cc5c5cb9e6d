import { useMessages } from '../../../app/i18n/use-messages.js';
import { instantOfWall } from '../../../app/i18n/wall-time.js';
import { DateTimeField } from '../../../ui/date-time-field.js';
import { ZoneField } from '../../../ui/zone-field.js';
import { FormPart } from './form-part.js';
import { withStart, type MeetingDraft } from './meeting-draft.js';
import type { DraftFieldsProps } from './meeting-form.js';
import { messages } from './messages.js';

interface WhenFieldsProps extends DraftFieldsProps {
  onReplace(change: (draft: MeetingDraft) => MeetingDraft): void;
}

/** Beginning and end on the clock of the meeting's own zone. */
export function WhenFields({ draft, faults, onChange, onReplace }: WhenFieldsProps) {
  const t = useMessages(messages);
  const start = draft.start && draft.zone ? instantOfWall(draft.start, draft.zone) : null;
  return (
    <FormPart title={t('when')}>
      <DateTimeField
        label={t('starts')}
        value={draft.start}
        onChange={(wall) => onReplace((before) => withStart(before, wall))}
        error={faults.start}
      />
      <DateTimeField
        label={t('ends')}
        value={draft.end}
        onChange={(end) => onChange({ end })}
        error={faults.end}
      />
      <ZoneField
        label={t('zone')}
        value={draft.zone}
        onChange={(zone) => onChange({ zone })}
        at={start ?? undefined}
        error={faults.zone}
      />
    </FormPart>
  );
}
