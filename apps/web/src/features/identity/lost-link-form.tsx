import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { FormError } from '../../ui/form-error.js';
import { Form } from '../../ui/form.js';
import { TextField } from '../../ui/text-field.js';
import { messages } from './messages.js';

/** Has the personal links that belong to an address sent there again. */
export function LostLinkForm() {
  const t = useMessages(messages);
  const [email, setEmail] = useState('');
  const resend = useMutation({ mutationFn: () => api.post('/join/resend', { email: email.trim() }) });
  if (resend.isSuccess) return <Banner tone="info">{t('linksSent')}</Banner>;
  return (
    <Form onSubmit={() => resend.mutate()} label={t('lostLink')}>
      <TextField
        label={t('email')}
        type="email"
        description={t('lostLinkLead')}
        autoComplete="email"
        value={email}
        onChange={setEmail}
      />
      <FormError problem={resend.error} fields={{ email: t('email') }} />
      <Button type="submit" isPending={resend.isPending}>
        {t('sendLinks')}
      </Button>
    </Form>
  );
}
