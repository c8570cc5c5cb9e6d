import type { Entry, ProposalState, ProposalStep } from '@roundtable/contracts';

/** Tells one entry as a step in the life of the proposal it is about. */
export function presentStep(
  entry: Entry,
  { from, to }: { from: ProposalState | null; to: ProposalState },
): ProposalStep {
  const { seq, at, actor } = entry;
  const step: ProposalStep = {
    seq,
    at,
    actor,
    kind: 'moved',
    act: null,
    from,
    to,
    reason: null,
    other: null,
    referredTo: null,
    advice: null,
    admittedAs: null,
  };
  switch (entry.type) {
    case 'proposals.captured':
      return { ...step, kind: 'captured' };
    case 'proposals.moved': {
      const { act, reason, proposal } = entry.data;
      return {
        ...step,
        act,
        reason,
        other: act === 'merge' ? (proposal.life?.mergedInto ?? null) : null,
        referredTo: act === 'refer' ? (proposal.life?.referredTo ?? null) : null,
        admittedAs: act === 'admit' ? (proposal.life?.admittedAs ?? null) : null,
      };
    }
    case 'proposals.withdrawn':
      return { ...step, act: 'withdraw', reason: entry.data.reason ?? null };
    case 'proposals.decided':
      return { ...step, kind: 'decided', act: 'decide', reason: entry.data.decision.reason ?? null };
    case 'proposals.sourced':
      return { ...step, kind: 'sourced', other: entry.data.merged };
    case 'proposals.recommended': {
      const { recommendation = null } = entry.data.proposal.life ?? {};
      const { advice = null, reason = null } = recommendation ?? {};
      return { ...step, kind: 'recommended', advice, reason };
    }
    default:
      return step;
  }
}
