import type { AuditAct, AuditView, MeetingDetail } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../../../app/api.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import { Banner } from '../../../ui/banner.js';
import { EmptyState } from '../../../ui/empty-state.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { PageHeader } from '../../../ui/page-header.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { Table } from '../../../ui/table.js';
import { Time } from '../../../ui/time.js';
import { LoadProblem } from '../load-problem.js';
import { useMeeting } from '../meeting-queries.js';
import { useMeetingWords } from '../meeting-words.js';
import { messages } from './messages.js';

/** Acts of power in a meeting: all of them for a secretary, else those that concern the reader or everybody. */
export function ActsScreen() {
  const t = useMessages(messages);
  const { meeting: id = '' } = useParams();
  const detail = useMeeting(id);
  useTitle(t('acts'));
  if (detail.error && !detail.data)
    return <LoadProblem problem={detail.error} onRetry={() => void detail.refetch()} />;
  return (
    <div className={layout.page}>{detail.data ? <Acts detail={detail.data} /> : <Skeleton lines={9} />}</div>
  );
}

function Acts({ detail: { meeting, me } }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const problem = useProblem();
  const acts = useQuery({
    queryKey: ['meeting', meeting.id, 'audit'],
    queryFn: ({ signal }) => api.get<AuditView[]>(`/meetings/${meeting.id}/audit`, { signal }),
    refetchInterval: 15_000,
  });
  return (
    <>
      <PageHeader
        kicker={
          <Link to={`/m/${meeting.id}`}>
            <Name isWrapping>{meeting.title}</Name>
          </Link>
        }
        title={t('acts')}
        meta={me.roles.includes('secretary') ? t('lead') : t('leadOwn')}
      />
      {acts.error && <Banner tone="error">{problem(acts.error)}</Banner>}
      {acts.isPending && <Skeleton lines={5} />}
      {acts.data?.length === 0 && <EmptyState title={t('none')}>{t('noneLead')}</EmptyState>}
      {acts.data && acts.data.length > 0 && <ActsTable acts={acts.data} zone={meeting.zone} />}
    </>
  );
}

function ActsTable({ acts, zone }: { acts: readonly AuditView[]; zone: string }) {
  const t = useMessages(messages);
  const { nameRoles } = useMeetingWords();
  const nameAct = ({ act, roles }: AuditView): string => {
    const words = t(act.replaceAll('.', '_') as Underscored<AuditAct>);
    return roles && roles.length > 0 ? t('given', { act: words, roles: nameRoles(roles) }) : words;
  };
  return (
    <Table
      caption={t('acts')}
      hideCaption
      rows={acts}
      rowKey={({ id }) => id}
      columns={[
        { id: 'when', header: t('when'), cell: ({ at }) => <Time at={at} zone={zone} show="dateTime" /> },
        { id: 'what', header: t('what'), isRowHeader: true, cell: nameAct },
        {
          id: 'whom',
          header: t('whom'),
          cell: ({ subject }) => (subject === null ? t('everybody') : <Name isWrapping>{subject}</Name>),
        },
        {
          id: 'who',
          header: t('who'),
          cell: ({ actor }) => (actor === null ? t('operator') : <Name isWrapping>{actor}</Name>),
        },
      ]}
    />
  );
}

/** How an act is named among the words of the interface. */
type Underscored<Text extends string> = Text extends `${infer Head}.${infer Tail}` ? `${Head}_${Tail}` : Text;
