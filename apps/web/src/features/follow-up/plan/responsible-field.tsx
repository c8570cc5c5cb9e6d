import { LIMITS, RESPONSIBLE_KINDS, type FollowUpResponsible } from '@roundtable/contracts';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ComboBox } from '../../../ui/combo-box.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { useDirectory } from '../../proposals/directory.js';
import { messages } from '../messages.js';

interface ResponsibleFieldProps {
  value: FollowUpResponsible;
  onChange(responsible: FollowUpResponsible): void;
  error?: string | undefined;
}

/** Who is responsible: somebody of the meeting, a delegation, or anybody else in words. */
export function ResponsibleField({ value, onChange, error }: ResponsibleFieldProps) {
  const t = useMessages(messages);
  return (
    <>
      <Select
        label={t('responsibleKind')}
        choices={RESPONSIBLE_KINDS.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        value={value.kind}
        onChange={(kind) => onChange({ kind, id: null, words: null })}
      />
      {value.kind === 'words' ? (
        <TextField
          label={t('words')}
          value={value.words ?? ''}
          maxLength={LIMITS.nameLength}
          onChange={(words) => onChange({ kind: 'words', id: null, words })}
          error={error}
        />
      ) : (
        <OneOfMeeting kind={value.kind} value={value.id} onChange={onChange} error={error} />
      )}
    </>
  );
}

interface OneOfMeetingProps {
  kind: 'participant' | 'delegation';
  value: string | null;
  onChange(responsible: FollowUpResponsible): void;
  error?: string | undefined;
}

function OneOfMeeting({ kind, value, onChange, error }: OneOfMeetingProps) {
  const t = useMessages(messages);
  const { compareNames } = useFormats();
  const { people, delegations } = useDirectory();
  const named =
    kind === 'delegation'
      ? [...delegations.values()]
      : [...people.values()].filter(({ removed }) => !removed);
  const choices = named
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => compareNames(one.label, other.label));
  return (
    <ComboBox
      key={kind}
      label={t(kind)}
      choices={choices}
      value={value}
      onChange={(id) => onChange({ kind, id, words: null })}
      error={error}
    />
  );
}
