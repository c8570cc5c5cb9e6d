import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { Banner } from '../../ui/banner.js';
import { messages } from './messages.js';
import { useRoom } from './room-context.js';

/** What the meeting's state means for whoever is in the room; nothing while it is open. */
export function MeetingBanner() {
  const t = useMessages(messages);
  const { state, meetingId } = useRoom();
  const meeting = state.record?.snapshot.meetings.meeting;
  if (!meeting || meeting.state === 'open') return null;
  if (meeting.state === 'closed' || meeting.state === 'published') {
    return (
      <Banner action={<Link to={`/m/${meetingId}/transcript`}>{t('toTranscript')}</Link>}>
        {t('closedBanner')}
      </Banner>
    );
  }
  return (
    <Banner tone={meeting.state === 'suspended' ? 'warn' : 'info'}>
      {t(meeting.state === 'suspended' ? 'suspendedBanner' : 'notOpenBanner')}
    </Banner>
  );
}
