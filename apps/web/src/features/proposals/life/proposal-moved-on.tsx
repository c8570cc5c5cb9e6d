import type { ProposalView } from '@roundtable/contracts';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { MovedOn } from '../../documents/versions/moved-on.js';
import { useRoom } from '../../room/room-context.js';
import { messages as proposalWords } from '../messages.js';
import { messages } from './messages.js';
import { useSubmitterName } from './use-submitter-name.js';

interface ProposalMovedOnProps {
  lookedAt: ProposalView;
  newest: ProposalView;
  onGoOn(): void;
}

/** Shows what others changed in a proposal since it was looked at. */
export function ProposalMovedOn({ lookedAt, newest, onGoOn }: ProposalMovedOnProps) {
  const tell = useProposalWords();
  return <MovedOn was={tell(lookedAt)} now={tell(newest)} onGoOn={onGoOn} />;
}

/** A proposal as one text: where it stands, what it says, what it rests on and what it is linked to. */
function useProposalWords(): (proposal: ProposalView) => string {
  const t = useMessages(messages);
  const words = useMessages(proposalWords);
  const nameOf = useSubmitterName();
  const proposals = useRoom().state.record?.snapshot.proposals.proposals ?? [];
  const numberOf = (id: string) => String(proposals.find((each) => each.id === id)?.number ?? '–');
  return ({ state, title, text, focusArea, responsible, timeline, sources, life }) =>
    [
      words(`state_${state}`),
      title,
      text,
      ...[focusArea, responsible, timeline].filter((field) => field !== null),
      ...sources.map((source) => source.words ?? ''),
      ...(life?.submitters ?? []).map((submitter) => `${t('submitter')}: ${nameOf(submitter)}`),
      ...(life?.references ?? []).map(({ kind, proposal }) => `${t(`ref_${kind}`)} ${numberOf(proposal)}`),
    ].join('\n');
}
