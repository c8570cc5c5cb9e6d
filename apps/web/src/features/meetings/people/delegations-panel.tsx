import { uuidV7 } from '@roundtable/client';
import type { DelegationView, MeetingDetail } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../app/api.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useFormats } from '../../../app/i18n/i18n-provider.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { Table } from '../../../ui/table.js';
import { refreshMeeting } from '../meeting-queries.js';
import { DelegationDialog } from './delegation-dialog.js';
import { DelegationMenu } from './delegation-menu.js';
import { messages } from './messages.js';
import styles from './people-panel.module.css';

/** The delegations to a meeting in their order of precedence. */
export function DelegationsPanel({ detail }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const { formatNumber } = useFormats();
  const [edited, setEdited] = useState<DelegationView | 'new' | null>(null);
  const base = `/meetings/${detail.meeting.id}/delegations`;
  const remove = useMutation({
    mutationFn: ({ id }: DelegationView) => api.delete(`${base}/${id}`, { body: { clientId: uuidV7() } }),
    onError: (error) => showToast({ tone: 'error', text: problem(error) ?? '' }),
    onSettled: () => refreshMeeting(detail.meeting.id),
  });
  const people = detail.participants.filter(({ removed }) => !removed);
  const sizeOf = ({ id }: DelegationView) => people.filter(({ delegation }) => delegation === id).length;
  const ordered = [...detail.delegations].sort((one, other) => one.precedence - other.precedence);
  return (
    <div className={layout.stack}>
      <div className={layout.row}>
        <Button onPress={() => setEdited('new')}>{t('addDelegation')}</Button>
      </div>
      {ordered.length === 0 ? (
        <EmptyState title={t('noDelegations')}>{t('noDelegationsWords')}</EmptyState>
      ) : (
        <Table
          caption={t('delegation')}
          hideCaption
          rows={ordered}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'name',
              header: t('delegation'),
              isRowHeader: true,
              cell: (delegation) => <DelegationCell delegation={delegation} />,
            },
            { id: 'members', header: t('members'), align: 'end', cell: (row) => formatNumber(sizeOf(row)) },
            {
              id: 'actions',
              header: t('actions'),
              hideHeader: true,
              align: 'end',
              cell: (delegation) => (
                <DelegationMenu
                  delegation={delegation}
                  isEmpty={sizeOf(delegation) === 0}
                  onEdit={() => setEdited(delegation)}
                  onRemove={() => remove.mutateAsync(delegation)}
                />
              ),
            },
          ]}
        />
      )}
      <DelegationDialog
        base={base}
        meeting={detail.meeting.id}
        delegation={edited}
        onClose={() => setEdited(null)}
      />
    </div>
  );
}

function DelegationCell({ delegation: { name, shortName, country } }: { delegation: DelegationView }) {
  return (
    <>
      <span className={styles.name} title={name}>
        {country && <Badge>{country}</Badge>} <Name isWrapping>{name}</Name>
      </span>
      {shortName && (
        <div className={styles.quiet}>
          <Name isWrapping>{shortName}</Name>
        </div>
      )}
    </>
  );
}
