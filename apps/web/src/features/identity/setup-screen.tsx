import { LIMITS, type SetupView } from '@roundtable/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useTitle } from '../../app/use-title.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FormError } from '../../ui/form-error.js';
import { Form } from '../../ui/form.js';
import layout from '../../ui/layout.module.css';
import { PageHeader } from '../../ui/page-header.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TextField } from '../../ui/text-field.js';
import { messages } from './messages.js';
import { forgetWhoIAm } from './use-me.js';

/** The page behind a one-time set-up link: the first administrator, or a person who got an account. */
export function SetupScreen() {
  const t = useMessages(messages);
  const problem = useProblem();
  const { token = '' } = useParams();
  const setup = useQuery({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => api.get<SetupView>(`/setup/${token}`, { signal }),
  });
  const isFirst = setup.data?.purpose === 'first_administrator';
  const title = setup.isError ? t('setupGone') : isFirst ? t('setupFirst') : t('setupAccount');
  useTitle(title);
  if (setup.isError) {
    return (
      <div className={layout.reading}>
        <EmptyState title={title} level={1} action={<ButtonLink to="/login">{t('signIn')}</ButtonLink>}>
          {problem(setup.error)}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={layout.reading}>
      {setup.data ? (
        <>
          <PageHeader title={title} meta={isFirst ? t('setupFirstLead') : t('setupAccountLead')} />
          <SetupForm token={token} known={setup.data} />
        </>
      ) : (
        <Skeleton lines={6} />
      )}
    </div>
  );
}

function SetupForm({ token, known }: { token: string; known: SetupView }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [name, setName] = useState(known.name ?? '');
  const [email, setEmail] = useState(known.email ?? '');
  const [password, setPassword] = useState('');
  const finish = useMutation({
    mutationFn: () => api.post(`/setup/${token}`, { name: name.trim(), email: email.trim(), password }),
    onSuccess: async () => {
      // In this order: the link is used up, and this page would ask for it again.
      await navigate('/');
      await forgetWhoIAm();
    },
  });
  return (
    <Form onSubmit={() => finish.mutate()}>
      <TextField
        label={t('name')}
        name="name"
        autoComplete="name"
        value={name}
        onChange={setName}
        isRequired
      />
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        isReadOnly={known.email !== null}
        isRequired
      />
      <TextField
        label={t('password')}
        type="password"
        name="password"
        autoComplete="new-password"
        description={t('passwordHint', { count: LIMITS.passwordMinLength })}
        value={password}
        onChange={setPassword}
        isRequired
      />
      <FormError
        problem={finish.error}
        fields={{ name: t('name'), email: t('email'), password: t('password') }}
      />
      <Button type="submit" variant="primary" isPending={finish.isPending}>
        {t('finish')}
      </Button>
    </Form>
  );
}
