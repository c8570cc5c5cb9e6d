import type { EventState } from '@roundtable/client';
import type { FactType } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../app/i18n/use-messages.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';

type SetEvent = EventState<Extract<FactType, `publications.set_${string}`>>;
type CommuniqueEvent = EventState<Extract<FactType, `publications.communique_${string}`>>;

/** What became of the outcome, in one sentence of the record that leads to it. */
export function PublicationEvent({ event }: { event: SetEvent | CommuniqueEvent }) {
  const { meetingId } = useRoom();
  if (isAboutSet(event))
    return (
      <Link to={`/m/${meetingId}/set`}>
        <SetEventWords event={event} />
      </Link>
    );
  return (
    <Link to={`/m/${meetingId}/communique`}>
      <CommuniqueEventWords event={event} />
    </Link>
  );
}

function isAboutSet(event: SetEvent | CommuniqueEvent): event is SetEvent {
  return 'set' in event.data;
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

function CommuniqueEventWords({ event }: { event: CommuniqueEvent }) {
  const t = useMessages(messages);
  const { state } = useRoom();
  const { communique } = event.data;
  switch (event.type) {
    case 'publications.communique_drafted':
      return t('eventCommuniqueDrafted');
    case 'publications.communique_resolved': {
      const { was, became } = event.data;
      return t('eventResolved', { was: shorten(was), became: shorten(became) || '–' });
    }
    case 'publications.communique_circulated':
      return t('eventCirculated');
    case 'publications.communique_objected': {
      const objection = communique.objections.at(-1);
      const delegations = state.record?.snapshot.meetings.delegations ?? [];
      const name = delegations.find(({ id }) => id === objection?.delegation)?.name ?? t('unnamed');
      return t('eventObjected', { name: isolate(name), reason: isolate(shorten(objection?.reason ?? '')) });
    }
    default:
      return t(communique.adoption?.by === null ? 'eventSilenceAdopted' : 'eventCommuniqueAdopted');
  }
}

function shorten(words: string): string {
  return words.length > 140 ? `${words.slice(0, 139)}…` : words;
}

/** First-strong isolate … pop: direction marks in a name stay within it. */
function isolate(words: string): string {
  return `\u2068${words}\u2069`;
}
