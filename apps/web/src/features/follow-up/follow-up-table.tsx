import { useMessages } from '../../app/i18n/use-messages.js';
import { Button } from '../../ui/button.js';
import { Name } from '../../ui/name.js';
import { Table } from '../../ui/table.js';
import { Day } from './day.js';
import { messages } from './messages.js';
import type { Listed } from './select-follow-ups.js';
import { FollowUpState, Share } from './standing.js';
import styles from './follow-up.module.css';

interface FollowUpTableProps {
  listed: readonly Listed[];
  onOpen(number: number): void;
}

/** What became of adopted proposals; on a phone each is a card. */
export function FollowUpTable({ listed, onOpen }: FollowUpTableProps) {
  const t = useMessages(messages);
  return (
    <Table
      caption={t('followUp')}
      hideCaption
      rows={listed}
      rowKey={({ followUp }) => followUp.id}
      columns={[
        { id: 'number', header: t('number'), cell: ({ followUp }) => followUp.number },
        {
          id: 'proposal',
          header: t('proposal'),
          isRowHeader: true,
          cell: ({ followUp }) => (
            <span className={styles.title}>
              <Name isWrapping>{followUp.title}</Name>
              <Button
                size="small"
                aria-label={t('details', { number: String(followUp.number) })}
                onPress={() => onOpen(followUp.number)}
              >
                {t('open')}
              </Button>
            </span>
          ),
        },
        {
          id: 'responsible',
          header: t('responsible'),
          cell: ({ responsible }) => <Name isWrapping>{responsible}</Name>,
        },
        { id: 'due', header: t('due'), cell: ({ followUp }) => <Day on={followUp.dueOn} /> },
        {
          id: 'state',
          header: t('state'),
          cell: ({ followUp, today }) => <FollowUpState followUp={followUp} today={today} />,
        },
        { id: 'progress', header: t('progress'), cell: ({ followUp }) => <Share {...followUp} /> },
        {
          id: 'latest',
          header: t('latest'),
          cell: ({ followUp }) =>
            followUp.latest ? (
              <span className={styles.news} dir="auto">
                {followUp.latest.words}
              </span>
            ) : (
              <span className={styles.quiet}>{t('noReports')}</span>
            ),
        },
      ]}
    />
  );
}
