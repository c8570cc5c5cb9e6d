import type { MeetingDetail } from '@roundtable/contracts';
import { useParams, useSearchParams } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { ShellSlot } from '../../../app/shell/shell-slot.js';
import { useTitle } from '../../../app/use-title.js';
import layout from '../../../ui/layout.module.css';
import { Name } from '../../../ui/name.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { Tabs } from '../../../ui/tabs.js';
import { LoadProblem } from '../load-problem.js';
import { useMeeting } from '../meeting-queries.js';
import { messages as meetingMessages } from '../messages.js';
import { DelegationsPanel } from '../people/delegations-panel.js';
import { PeoplePanel } from '../people/people-panel.js';
import { MeetingHead } from './meeting-head.js';
import { messages } from './messages.js';
import { Programme } from './programme.js';

/** The page of a meeting: a programme for its members, and the secretariat's workbench. */
export function MeetingScreen() {
  const { meeting: id = '' } = useParams();
  const detail = useMeeting(id);
  useTitle(detail.data?.meeting.title);
  if (detail.error && !detail.data) {
    return <LoadProblem problem={detail.error} onRetry={() => void detail.refetch()} />;
  }
  return (
    <div className={layout.page}>
      {detail.data ? <Meeting detail={detail.data} /> : <Skeleton lines={9} />}
    </div>
  );
}

function Meeting({ detail }: { detail: MeetingDetail }) {
  const t = useMessages(messages);
  const words = useMessages(meetingMessages);
  const [params, setParams] = useSearchParams();
  const isSecretary = detail.me.permissions.includes('meetings.manage');
  const people = detail.participants.filter(({ removed }) => !removed);
  const tabs = [
    { id: 'about', label: t('about'), content: <Programme detail={detail} /> },
    {
      id: 'people',
      label: words('participants'),
      count: people.length,
      content: <PeoplePanel detail={detail} />,
    },
    {
      id: 'delegations',
      label: t('delegations'),
      count: detail.delegations.length,
      content: <DelegationsPanel detail={detail} />,
    },
  ];
  const wanted = params.get('show') ?? 'about';
  return (
    <>
      <ShellSlot name="title">
        <Name>{detail.meeting.title}</Name>
      </ShellSlot>
      <MeetingHead detail={detail} />
      {isSecretary ? (
        <Tabs
          label={detail.meeting.title}
          items={tabs}
          value={tabs.some((tab) => tab.id === wanted) ? wanted : 'about'}
          onChange={(show) => setParams(show === 'about' ? {} : { show }, { replace: true })}
        />
      ) : (
        <Programme detail={detail} />
      )}
    </>
  );
}
