import { LIMITS } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { RadioGroup } from '../../../ui/radio-group.js';
import { TextField } from '../../../ui/text-field.js';
import { messages as meetingMessages } from '../messages.js';
import { FormPart } from './form-part.js';
import type { DraftFieldsProps } from './meeting-form.js';
import { messages } from './messages.js';

/** Where people meet, and who may know of it. */
export function PlaceFields({ draft, faults, onChange }: DraftFieldsProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  return (
    <>
      <FormPart title={t('where')}>
        <TextField
          label={t('venue')}
          description={t('venueHint')}
          value={draft.venue}
          maxLength={LIMITS.nameLength}
          onChange={(venue) => onChange({ venue })}
          error={faults.venue}
        />
        <Checkbox isSelected={draft.remote} onChange={(remote) => onChange({ remote })}>
          {t('remote')}
        </Checkbox>
        <TextField
          label={t('conference')}
          description={t('conferenceHint')}
          type="url"
          inputMode="url"
          isOptional
          value={draft.conferenceUrl}
          maxLength={2_000}
          onChange={(conferenceUrl) => onChange({ conferenceUrl })}
          error={faults.conferenceUrl}
        />
      </FormPart>
      <FormPart title={t('confidentiality')}>
        <RadioGroup
          label={t('confidentiality')}
          hideLabel
          value="members"
          onChange={() => undefined}
          choices={[{ value: 'members', label: words('membersOnly'), hint: words('membersOnlyWords') }]}
        />
      </FormPart>
    </>
  );
}
