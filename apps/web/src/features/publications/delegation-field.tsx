import type { DelegationView } from '@roundtable/contracts';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Select } from '../../ui/select.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';

/** Delegations one may speak for: all for staff, else one's own. */
export function useSpeakers(): readonly DelegationView[] {
  const { may, people, state } = useRoom();
  const delegations = state.record?.snapshot.meetings.delegations ?? [];
  if (may('publications.draft')) return delegations;
  const own = people.get(state.me?.participant ?? '')?.delegation;
  return delegations.filter(({ id }) => id === own);
}

interface DelegationFieldProps {
  speakers: readonly DelegationView[];
  value: string | null;
  onChange(delegation: string): void;
  error?: string | undefined;
}

/** Whose words these are; only told where there is nothing to choose. */
export function DelegationField({ speakers, value, onChange, error }: DelegationFieldProps) {
  const t = useMessages(messages);
  const [only] = speakers;
  if (speakers.length === 1 && only)
    return (
      <p>
        {t('delegation')}: <bdi>{only.name}</bdi>
      </p>
    );
  return (
    <Select
      label={t('delegation')}
      choices={speakers.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
