import type { AccountSetupLink, AccountView, ChangeAccount } from '@roundtable/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useTitle } from '../../app/use-title.js';
import { Badge } from '../../ui/badge.js';
import { Banner } from '../../ui/banner.js';
import layout from '../../ui/layout.module.css';
import { Name } from '../../ui/name.js';
import { PageHeader } from '../../ui/page-header.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Table } from '../../ui/table.js';
import text from '../../ui/text.module.css';
import { AccountActions } from './account-actions.js';
import { AddAccountDialog } from './add-account-dialog.js';
import { messages } from './messages.js';
import { SetupLinkDialog } from './setup-link-dialog.js';

/** The administrator's list of people with an account. */
export function AccountsScreen() {
  const t = useMessages(messages);
  const problem = useProblem();
  useTitle(t('accountsTitle'));
  const [link, setLink] = useState<AccountSetupLink | null>(null);
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => api.get<AccountView[]>('/accounts', { signal }),
  });
  const change = useMutation({
    mutationFn: ({ account, body }: { account: AccountView; body: ChangeAccount }) =>
      api.patch<AccountView>(`/accounts/${account.id}`, body),
    onSettled: () => accounts.refetch(),
  });
  const renew = useMutation({
    mutationFn: (account: AccountView) => api.post<AccountSetupLink>(`/accounts/${account.id}/setup-link`),
    onSuccess: setLink,
  });
  const showCreated = async (created: AccountSetupLink) => {
    setLink(created);
    await accounts.refetch();
  };
  const error = accounts.error ?? change.error ?? renew.error;
  return (
    <div className={layout.page}>
      <PageHeader
        title={t('accountsTitle')}
        meta={t('accountsLead')}
        actions={<AddAccountDialog onCreated={(created) => void showCreated(created)} />}
      />
      {error && <Banner tone="error">{problem(error)}</Banner>}
      {accounts.isPending && <Skeleton lines={5} />}
      {accounts.data && (
        <Table
          caption={t('accountsTitle')}
          hideCaption
          rows={accounts.data}
          rowKey={(account) => account.id}
          columns={[
            {
              id: 'name',
              header: t('name'),
              isRowHeader: true,
              cell: (account) => (
                <>
                  <Name>{account.name}</Name>
                  <div className={text.quiet}>
                    <Name>{account.email}</Name>
                  </div>
                </>
              ),
            },
            { id: 'role', header: t('role'), cell: (account) => t(account.role ?? 'noRole') },
            { id: 'status', header: t('status'), cell: (account) => <AccountStatus account={account} /> },
            {
              id: 'actions',
              header: t('actions'),
              hideHeader: true,
              align: 'end',
              cell: (account) => (
                <AccountActions
                  account={account}
                  onChange={(body) => change.mutate({ account, body })}
                  onNewLink={() => renew.mutate(account)}
                />
              ),
            },
          ]}
        />
      )}
      <SetupLinkDialog link={link} onClose={() => setLink(null)} />
    </div>
  );
}

function AccountStatus({ account }: { account: AccountView }) {
  const t = useMessages(messages);
  if (account.disabledAt) return <Badge tone="danger">{t('disabled')}</Badge>;
  return account.ready ? <Badge tone="ok">{t('ready')}</Badge> : <Badge tone="warn">{t('waiting')}</Badge>;
}
