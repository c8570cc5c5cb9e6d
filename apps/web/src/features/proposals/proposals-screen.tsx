import type { MeetingDetail, RoomSnapshot } from '@roundtable/contracts';
import { useParams } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { ShellSlot } from '../../app/shell/shell-slot.js';
import { useTitle } from '../../app/use-title.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Name } from '../../ui/name.js';
import { PageHeader } from '../../ui/page-header.js';
import { Time } from '../../ui/time.js';
import { LiveProposals } from './live-proposals.js';
import { messages } from './messages.js';
import { ProposalsOverview } from './overview/proposals-overview.js';
import { useSelection } from './overview/use-selection.js';
import { ProposalsPage } from './proposals-page.js';
import { useMeeting, useProposals } from './use-proposals.js';

/** `/m/:meeting/proposals`: all proposals as a table, as a board, or as one document. */
export function ProposalsScreen() {
  const { meeting = '' } = useParams();
  const t = useMessages(messages);
  const [{ view }] = useSelection();
  useTitle(t('proposals'));
  return (
    <ProposalsPage meeting={useMeeting(meeting)} content={useProposals(meeting)} isWide={view !== 'document'}>
      {(loaded, detail) => (
        <LiveProposals detail={detail} loaded={loaded}>
          {(content, isLive) => <Overview content={content} detail={detail} isLive={isLive} />}
        </LiveProposals>
      )}
    </ProposalsPage>
  );
}

interface OverviewProps {
  content: RoomSnapshot['proposals'];
  detail: MeetingDetail;
  isLive: boolean;
}

function Overview({ content, detail, isLive }: OverviewProps) {
  const t = useMessages(messages);
  const count = content.proposals.length;
  return (
    <>
      <ShellSlot name="title">
        <Name>{detail.meeting.title}</Name>
      </ShellSlot>
      <PageHeader
        title={t('proposals')}
        kicker={<Name isWrapping>{detail.meeting.title}</Name>}
        meta={<DocumentLead detail={detail} count={count} />}
        actions={<DocumentActions detail={detail} />}
      />
      {count === 0 && <EmptyState title={t('emptyTitle')}>{t('emptyReader')}</EmptyState>}
      {(count > 0 || content.decisions.length > 0) && <ProposalsOverview content={content} isLive={isLive} />}
    </>
  );
}

function DocumentLead({ detail, count }: { detail: MeetingDetail; count: number }) {
  const t = useMessages(messages);
  const { startsAt, zone } = detail.meeting;
  return (
    <>
      <Time at={startsAt} zone={zone} show="date" />
      {count > 0 && <span>{t('documentLead', { count })}</span>}
    </>
  );
}

function DocumentActions({ detail }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const { id, state, plenary } = detail.meeting;
  const isOver = state === 'closed' || state === 'published';
  return (
    <>
      <ButtonLink variant="quiet" to={isOver ? `/m/${id}/transcript` : `/m/${id}/${plenary}`}>
        {t(isOver ? 'toTranscript' : 'toRoom')}
      </ButtonLink>
      <Button onPress={() => window.print()}>{t('print')}</Button>
    </>
  );
}
