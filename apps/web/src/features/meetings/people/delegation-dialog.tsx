import { LIMITS, type DelegationView } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../app/api-error.js';
import { api } from '../../../app/api.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useActId } from '../../../app/use-act-id.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { FormError } from '../../../ui/form-error.js';
import { Form } from '../../../ui/form.js';
import { TextField } from '../../../ui/text-field.js';
import { refreshMeeting } from '../meeting-queries.js';
import { messages as meetingMessages } from '../messages.js';
import { messages } from './messages.js';

interface DelegationDialogProps {
  base: string;
  meeting: string;
  /** Which one is changed, or that a new one is added; null while the dialog is closed. */
  delegation: DelegationView | 'new' | null;
  onClose(): void;
}

const SHORT_NAME_LENGTH = 40;

export function DelegationDialog({ delegation, onClose, ...rest }: DelegationDialogProps) {
  const t = useMessages(messages);
  return (
    <Dialog
      title={t(delegation === 'new' ? 'addDelegation' : 'changeDelegation')}
      size="small"
      isOpen={delegation !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <DelegationForm delegation={delegation === 'new' ? null : delegation} onClose={onClose} {...rest} />
    </Dialog>
  );
}

interface DelegationFormProps extends Omit<DelegationDialogProps, 'delegation'> {
  delegation: DelegationView | null;
}

function DelegationForm({ base, meeting, delegation, onClose }: DelegationFormProps) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const [name, setName] = useState(delegation?.name ?? '');
  const [shortName, setShortName] = useState(delegation?.shortName ?? '');
  const [country, setCountry] = useState(delegation?.country ?? '');
  const [place, setPlace] = useState(delegation ? String(delegation.precedence + 1) : '');
  const isCountryWrong = country !== '' && !/^[A-Z]{2}$/.test(country);
  const act = useActId();
  const save = useMutation({
    mutationFn: async () => {
      const words = {
        name: name.trim(),
        shortName: shortName.trim() || null,
        country: country || null,
        ...(Number(place) > 0 && { precedence: Number(place) - 1 }),
      };
      const body = { clientId: act.for(words), ...words };
      return delegation ? api.put(`${base}/${delegation.id}`, body) : api.post(base, body);
    },
    onSuccess: onClose,
    onError: (error) => error instanceof ApiError && error.code === 'nothing_changed' && onClose(),
    onSettled: () => refreshMeeting(meeting),
  });
  const submit = () => name.trim() && !isCountryWrong && !save.isPending && save.mutate();
  return (
    <Form label={t('delegation')} onSubmit={submit}>
      <TextField
        label={t('name')}
        value={name}
        maxLength={LIMITS.nameLength}
        onChange={setName}
        autoFocus
        isRequired
      />
      <TextField
        label={t('shortName')}
        description={t('shortNameHint')}
        isOptional
        value={shortName}
        maxLength={SHORT_NAME_LENGTH}
        onChange={setShortName}
      />
      <TextField
        label={t('country')}
        description={t('countryHint')}
        isOptional
        value={country}
        maxLength={2}
        onChange={(typed) => setCountry(typed.toUpperCase())}
        error={isCountryWrong && country.length === 2 ? t('countryWrong') : null}
      />
      <TextField
        label={t('precedence')}
        inputMode="numeric"
        isOptional
        value={place}
        maxLength={4}
        onChange={(typed) => setPlace(typed.replace(/\D/g, ''))}
      />
      <FormError
        problem={save.error}
        fields={{ name: t('name'), country: t('country'), shortName: t('shortName') }}
      />
      <Button type="submit" variant="primary" isPending={save.isPending}>
        {words('save')}
      </Button>
    </Form>
  );
}
