import type { FollowUpAcross } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { Badge } from '../../../ui/badge.js';
import { Name } from '../../../ui/name.js';
import { Table } from '../../../ui/table.js';
import { Day } from '../day.js';
import { messages } from '../messages.js';
import type { Listed } from '../select-follow-ups.js';
import { FollowUpState, Share } from '../standing.js';
import styles from '../follow-up.module.css';

/** Follow-ups of several meetings; each leads to its place in its meeting. */
export function AcrossTable({ listed }: { listed: readonly (FollowUpAcross & Listed)[] }) {
  const t = useMessages(messages);
  return (
    <Table
      caption={t('allFollowUps')}
      hideCaption
      rows={listed}
      rowKey={({ followUp }) => followUp.id}
      columns={[
        {
          id: 'proposal',
          header: t('proposal'),
          isRowHeader: true,
          cell: ({ followUp, meeting, isMine }) => (
            <span className={styles.title}>
              <Link to={`/m/${meeting.id}/follow-up?proposal=${followUp.number}`}>
                <Name isWrapping>{followUp.title}</Name>
              </Link>
              {isMine && <Badge tone="accent">{t('mine')}</Badge>}
            </span>
          ),
        },
        {
          id: 'meeting',
          header: t('meeting'),
          cell: ({ meeting }) => <Name isWrapping>{meeting.title}</Name>,
        },
        {
          id: 'responsible',
          header: t('responsible'),
          cell: ({ responsible }) => <Name isWrapping>{responsible || t('unnamed')}</Name>,
        },
        { id: 'due', header: t('due'), cell: ({ followUp }) => <Day on={followUp.dueOn} /> },
        {
          id: 'state',
          header: t('state'),
          cell: ({ followUp, today }) => <FollowUpState followUp={followUp} today={today} />,
        },
        { id: 'progress', header: t('progress'), cell: ({ followUp }) => <Share {...followUp} /> },
      ]}
    />
  );
}
