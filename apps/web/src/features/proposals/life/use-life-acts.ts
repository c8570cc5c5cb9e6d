import type { Sending } from '@roundtable/client';
import type { ProposalAct, ProposalView, WireError } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../../app/errors/use-problem.js';
import { useMessages } from '../../../app/i18n/use-messages.js';
import { useRoom } from '../../room/room-context.js';
import { messages as proposalWords } from '../messages.js';
import type { MoveFields } from './move-fields.js';
import { messages } from './messages.js';
import { useLookedAtProposal } from './use-looked-at-proposal.js';

/**
 * Takes a step now or not at all, on the proposal as it was looked at; what it is refused with is told in words that say
 * what happened meanwhile.
 */
export function useLifeActs(proposal: ProposalView) {
  const { client } = useRoom();
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<WireError | null>(null);
  const explain = useRefusalWords();
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAtProposal(proposal);

  const settle = async ({ clientId, done }: Sending): Promise<boolean> => {
    setPending(true);
    setRefused(null);
    const result = await done;
    setPending(false);
    if (result.ok) return true;
    client.discard(clientId);
    setRefused(result.error);
    return false;
  };
  const { id, version } = lookedAt;
  const isStale = refused?.code === 'stale_version';
  return {
    isPending,
    // That it has moved on is shown with what changed.
    refusal: refused && !(isStale && hasMovedOn) ? explain(refused) : null,
    settle,
    lookedAt,
    hasMovedOn: hasMovedOn && !isPending,
    lookAgain: () => {
      setRefused(null);
      lookAgain();
    },
    take: (act: ProposalAct, fields: MoveFields): Promise<boolean> => {
      const reason = fields.reason.trim() || null;
      switch (act) {
        case 'withdraw':
          return settle(client.withdrawProposal({ proposal: id, reason }));
        case 'merge':
          return settle(client.mergeProposal({ proposal: id, version, into: fields.into ?? '', reason }));
        case 'decide':
          return settle(
            client.decideProposal({
              proposal: id,
              version,
              result: fields.result ?? 'not_decided',
              text: fields.resolution.trim() || null,
              reason,
            }),
          );
        default:
          return settle(
            client.moveProposal({
              proposal: id,
              version,
              act,
              reason,
              ...(act === 'refer' && { referredTo: fields.referredTo.trim() }),
            }),
          );
      }
    },
  };
}

/** What stood in the way, with what the server says happened. */
function useRefusalWords(): (error: WireError) => string {
  const t = useMessages(messages);
  const words = useMessages(proposalWords);
  const problem = useProblem();
  return (error) => {
    const data = error.data ?? {};
    const { result, name, poll } = data;
    if (error.code === 'proposal_decided' && typeof result === 'string')
      return t('decidedMeanwhile', {
        name: typeof name === 'string' ? `\u2068${name}\u2069` : 'none',
        result: words(`state_${result as ProposalView['state']}`),
      });
    if (error.code === 'stale_version') return t('changedMeanwhile');
    if (error.code === 'proposal_move' && typeof poll === 'number')
      return t('pollDecides', { poll: String(poll) });
    return problem(error) ?? error.message;
  };
}
