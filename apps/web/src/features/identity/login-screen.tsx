import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../../app/api.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useTitle } from '../../app/use-title.js';
import { Button } from '../../ui/button.js';
import { Disclosure } from '../../ui/disclosure.js';
import { FormError } from '../../ui/form-error.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { PageHeader } from '../../ui/page-header.js';
import { TextField } from '../../ui/text-field.js';
import { LostLinkForm } from './lost-link-form.js';
import { messages } from './messages.js';
import { forgetWhoIAm } from './use-me.js';

/** Signing in by password, and the way out for those who only have a personal link and lost it. */
export function LoginScreen() {
  const t = useMessages(messages);
  useTitle(t('signIn'));
  return (
    <div className={layout.reading}>
      <PageHeader title={t('signIn')} meta={t('signInLead')} />
      <div className={layout.stackLoose}>
        <PasswordForm />
        <Disclosure summary={t('lostLink')}>
          <LostLinkForm />
        </Disclosure>
      </div>
    </div>
  );
}

function PasswordForm() {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => api.post('/login', { email: email.trim(), password }),
    onSuccess: async () => {
      await forgetWhoIAm();
      await navigate(placeWithin(params.get('to')));
    },
  });
  return (
    <Form onSubmit={() => signIn.mutate()} label={t('signIn')}>
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <TextField
        label={t('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <FormError problem={signIn.error} fields={{ email: t('email'), password: t('password') }} />
      <Button type="submit" variant="primary" isPending={signIn.isPending}>
        {t('signIn')}
      </Button>
    </Form>
  );
}

/** Only a path of this site is followed after signing in, never an address somebody put into the link. */
function placeWithin(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/';
}
