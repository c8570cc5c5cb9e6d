import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useRoom } from '../../room/room-context.js';
import { tellAmendment, type AmendmentFact } from './amendment-sentence.js';
import { messages } from './messages.js';

/** What became of an amendment, in one sentence of the record that leads to it. */
export function AmendmentEvent({ event }: { event: AmendmentFact }) {
  const t = useMessages(messages);
  const { meetingId, state } = useRoom();
  const proposals = state.record?.snapshot.proposals.proposals ?? [];
  const numberOf = (id: string) => String(proposals.find((each) => each.id === id)?.number ?? '–');
  const words = tellAmendment(t, event, numberOf);
  const { data } = event;
  const proposal = 'amendment' in data ? data.amendment.proposal : data.proposal;
  return <Link to={`/m/${meetingId}/proposals/${numberOf(proposal)}`}>{words}</Link>;
}
