import type { ProposalView } from '@roundtable/contracts';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useRoom } from '../../room/room-context.js';
import { isOpenAmendment } from '../by-paragraph.js';
import { useAmendments } from '../use-amendments.js';
import { messages } from './messages.js';

/** How many amendments to a proposal are open and in conflict, leading to them; for places where they do not fit. */
export function AmendmentsNote({ proposal }: { proposal: ProposalView }) {
  const { meetingId } = useRoom();
  const words = useCountWords(proposal);
  if (words === null) return null;
  return (
    <p>
      <Link to={`/m/${meetingId}/proposals/${String(proposal.number)}`}>{words}</Link>
    </p>
  );
}

/** The same without a way there; nothing where nobody amended. */
export function AmendmentsCount({ proposal, className }: { proposal: ProposalView; className?: string }) {
  const words = useCountWords(proposal);
  return words === null ? null : <span className={className}>{words}</span>;
}

function useCountWords({ id }: ProposalView): string | null {
  const t = useMessages(messages);
  const { amendments, conflicts } = useAmendments(id);
  const open = amendments.filter(isOpenAmendment).length;
  if (amendments.length === 0) return null;
  const count = open > 0 ? t('countOpen', { count: open }) : t('count', { count: amendments.length });
  return conflicts.length > 0 ? `${count}, ${t('conflicts', { count: conflicts.length })}` : count;
}
