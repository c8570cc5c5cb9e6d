import type { MeetingDetail } from '@roundtable/contracts';
import { Link, useParams } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useTitle } from '../../../app/use-title.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { PageHeader } from '../../../ui/page-header.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { LoadProblem } from '../load-problem.js';
import { useMeeting } from '../meeting-queries.js';
import { ActsList } from './acts-list.js';
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
      <ActsList path={`/meetings/${meeting.id}/audit`} zone={meeting.zone} />
    </>
  );
}
