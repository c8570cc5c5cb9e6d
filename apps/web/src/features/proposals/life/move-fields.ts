import { PROPOSAL_MOVES, type DecisionResult, type ProposalAct } from '@roundtable/contracts';

/** What is written into the dialog of a step. */
export interface MoveFields {
  reason: string;
  referredTo: string;
  into: string | null;
  result: DecisionResult | null;
  resolution: string;
}

export const NO_FIELDS: MoveFields = { reason: '', referredTo: '', into: null, result: null, resolution: '' };

/** Which field of a step is still missing, each by the message that asks for it. */
export function faultsOf(
  act: ProposalAct,
  { reason, referredTo, into, result }: MoveFields,
): Partial<Record<keyof MoveFields, 'reasonNeeded' | 'referredToNeeded' | 'intoNeeded' | 'resultNeeded'>> {
  return {
    ...(PROPOSAL_MOVES[act].needsReason && reason.trim() === '' && { reason: 'reasonNeeded' as const }),
    ...(act === 'refer' && referredTo.trim() === '' && { referredTo: 'referredToNeeded' as const }),
    ...(act === 'merge' && into === null && { into: 'intoNeeded' as const }),
    ...(act === 'decide' && result === null && { result: 'resultNeeded' as const }),
  };
}
