import type { EventState } from '@roundtable/client';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';

type Event = EventState<'follow_up.begun' | 'follow_up.changed' | 'follow_up.reported'>;

/** What became of an adopted proposal, in one sentence of the record that leads to it. */
export function FollowUpEvent({ event }: { event: Event }) {
  const t = useMessages(messages);
  const { meetingId, people } = useRoom();
  const { number } = event.data.followUp;
  const path = `/m/${meetingId}/follow-up?proposal=${String(number)}`;
  if (event.type !== 'follow_up.reported')
    return (
      <Link to={path}>
        {t(event.type === 'follow_up.begun' ? 'eventBegun' : 'eventChanged', { number: String(number) })}
      </Link>
    );
  const { state, progress } = event.data.update;
  const name = `\u2068${people.get(event.actor ?? '')?.name ?? t('unnamed')}\u2069`;
  const values = { name, number: String(number), state: t(state), progress: String(progress) };
  return <Link to={path}>{t('eventReported', values)}</Link>;
}
