import type { EventState } from '@roundtable/client';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';

type SetEvent = EventState<
  'publications.set_drafted' | 'publications.set_reserved' | 'publications.set_adopted'
>;

/** What became of the outcome, in one sentence of the record that leads to it. */
export function PublicationEvent({ event }: { event: SetEvent }) {
  const { meetingId } = useRoom();
  return (
    <Link to={`/m/${meetingId}/set`}>
      <SetEventWords event={event} />
    </Link>
  );
}

function SetEventWords({ event }: { event: SetEvent }) {
  const t = useMessages(messages);
  const { set, lines } = event.data;
  const count = lines.length;
  if (event.type === 'publications.set_drafted') return t('eventDrafted', { count });
  if (event.type === 'publications.set_reserved') {
    const [line] = lines;
    const values = { number: String(line?.number ?? 0), count: line?.reservations.length ?? 0 };
    return t('eventReserved', values);
  }
  return t(set.state === 'adopted' ? 'eventAdopted' : 'eventLinesAdopted', { count });
}
