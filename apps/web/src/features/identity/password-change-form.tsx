import { LIMITS } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { Button } from '../../ui/button.js';
import { FormError } from '../../ui/form-error.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { TextField } from '../../ui/text-field.js';
import { messages } from './messages.js';

export function PasswordChangeForm() {
  const t = useMessages(messages);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => api.post('/password', { current, next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      showToast({ text: t('passwordChanged') });
    },
  });
  return (
    <section className={layout.section}>
      <h2>{t('changePassword')}</h2>
      <Form onSubmit={() => change.mutate()} label={t('changePassword')}>
        <TextField
          label={t('currentPassword')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <TextField
          label={t('newPassword')}
          type="password"
          autoComplete="new-password"
          description={t('passwordHint', { count: LIMITS.passwordMinLength })}
          value={next}
          onChange={setNext}
        />
        <FormError
          problem={change.error}
          fields={{ current: t('currentPassword'), next: t('newPassword') }}
        />
        <Button type="submit" isPending={change.isPending}>
          {t('changePassword')}
        </Button>
      </Form>
    </section>
  );
}
