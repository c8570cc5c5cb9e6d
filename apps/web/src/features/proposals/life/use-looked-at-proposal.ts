import type { ProposalView } from '@roundtable/contracts';
import { useState } from 'react';
import { useLookedAt, versionOf, type LookedAt } from '../../../ui/use-looked-at.js';
import { useRoom } from '../../room/room-context.js';
import { isOwnVersion } from './looked-at-proposal.js';

/** Holds a proposal as it was when its dialog opened; what one was saving oneself just then was looked at as well. */
export function useLookedAtProposal(newest: ProposalView): LookedAt<ProposalView> {
  const { pending } = useRoom().state;
  const [own] = useState(() =>
    pending.flatMap((item) => (item.intent === 'proposals.change' ? [item.words] : [])),
  );
  const { lookedAt, hasMovedOn, lookAgain } = useLookedAt(newest, versionOf);
  const isOwn = hasMovedOn && own.some((change) => isOwnVersion(lookedAt, newest, change));
  if (isOwn) lookAgain();
  return { lookedAt: isOwn ? newest : lookedAt, hasMovedOn: hasMovedOn && !isOwn, lookAgain };
}
