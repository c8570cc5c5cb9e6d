import type { AccountSetupLink, InstallationRole } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { FormError } from '../../ui/form-error.js';
import { Form } from '../../ui/form.js';
import { RadioGroup } from '../../ui/radio-group.js';
import { TextField } from '../../ui/text-field.js';
import { messages } from './messages.js';

/** Asks who gets an account; the answer is a one-time link to hand over. */
export function AddAccountDialog({ onCreated }: { onCreated(created: AccountSetupLink): void }) {
  const t = useMessages(messages);
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t('addAccount')}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t('addAccount')}</Button>}
    >
      <AddAccountForm
        onCreated={(created) => {
          setOpen(false);
          onCreated(created);
        }}
      />
    </Dialog>
  );
}

function AddAccountForm({ onCreated }: { onCreated(created: AccountSetupLink): void }) {
  const t = useMessages(messages);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<InstallationRole>('organiser');
  const create = useMutation({
    mutationFn: () =>
      api.post<AccountSetupLink>('/accounts', { name: name.trim(), email: email.trim(), role }),
    onSuccess: onCreated,
  });
  return (
    <Form onSubmit={() => create.mutate()} label={t('addAccount')}>
      <TextField label={t('name')} value={name} onChange={setName} isRequired />
      <TextField label={t('email')} type="email" value={email} onChange={setEmail} isRequired />
      <RadioGroup
        label={t('role')}
        value={role}
        onChange={(chosen) => setRole(chosen as InstallationRole)}
        choices={[
          { value: 'organiser', label: t('organiser') },
          { value: 'administrator', label: t('administrator') },
        ]}
      />
      <FormError problem={create.error} fields={{ name: t('name'), email: t('email') }} />
      <Button type="submit" variant="primary" isPending={create.isPending}>
        {t('create')}
      </Button>
    </Form>
  );
}
