import type { LoginView } from '@roundtable/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useTitle } from '../../app/use-title.js';
import { Badge } from '../../ui/badge.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import layout from '../../ui/layout.module.css';
import { PageHeader } from '../../ui/page-header.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { describeBrowser } from './describe-browser.js';
import { messages } from './messages.js';
import { PasswordChangeForm } from './password-change-form.js';
import { useMe } from './use-me.js';

/** A person's own sign-ins, each to be ended, and the password. */
export function LoginsScreen() {
  const t = useMessages(messages);
  const { me } = useMe();
  const problem = useProblem();
  useTitle(t('loginsTitle'));
  const logins = useQuery({
    queryKey: ['logins'],
    queryFn: ({ signal }) => api.get<LoginView[]>('/logins', { signal }),
  });
  const end = useMutation({
    mutationFn: (login: LoginView) => api.delete(`/logins/${login.id}`),
    onSuccess: () => logins.refetch(),
  });
  return (
    <div className={layout.page}>
      <PageHeader title={t('loginsTitle')} meta={t('loginsLead')} />
      {(logins.error ?? end.error) && <Banner tone="error">{problem(logins.error ?? end.error)}</Banner>}
      {logins.isPending && <Skeleton lines={4} />}
      {logins.data && (
        <Table
          caption={t('loginsTitle')}
          hideCaption
          rows={logins.data}
          rowKey={(login) => login.id}
          empty={t('noLogins')}
          columns={[
            {
              id: 'browser',
              header: t('browser'),
              isRowHeader: true,
              cell: (login) => (
                <>
                  {describeBrowser(login.userAgent) ?? t('unknownBrowser')}{' '}
                  {login.current && <Badge tone="accent">{t('thisBrowser')}</Badge>}
                </>
              ),
            },
            {
              id: 'since',
              header: t('since'),
              cell: (login) => <Time at={login.createdAt} show="dateTime" />,
            },
            {
              id: 'seen',
              header: t('lastSeen'),
              cell: (login) => <Time at={login.lastSeenAt} show="relative" />,
            },
            {
              id: 'end',
              header: t('actions'),
              hideHeader: true,
              align: 'end',
              cell: (login) =>
                !login.current && (
                  <Button size="small" onPress={() => end.mutate(login)}>
                    {t('end')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {me?.account && <PasswordChangeForm />}
    </div>
  );
}
