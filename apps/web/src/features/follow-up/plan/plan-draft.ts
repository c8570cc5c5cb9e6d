import type { FollowUpResponsible, FollowUpView } from '@roundtable/contracts';

/** Who does it and until when, while it is written. */
export interface PlanDraft {
  responsible: FollowUpResponsible;
  dueOn: string | null;
  isReviewed: boolean;
  reviewOn: string | null;
}
export type PlanFault = 'responsibleMissing' | 'dayMissing' | 'dayTooEarly';

/** Nothing chosen yet; `words` are those of the proposal, where it names somebody. */
export function emptyPlan(words: string | null = null): PlanDraft {
  const responsible = { kind: words ? 'words' : 'participant', id: null, words } as const;
  return { responsible, dueOn: null, isReviewed: false, reviewOn: null };
}

/** Takes a follow-up apart for changing. */
export function planOf({ responsible, dueOn, reviewOn }: FollowUpView): PlanDraft {
  return { responsible, dueOn, isReviewed: reviewOn !== null, reviewOn };
}

/** Says what is wrong, by field. Days are judged as the server does: those of `before` may stay. */
export function faultsIn(
  { responsible, dueOn, isReviewed, reviewOn }: PlanDraft,
  { firstDay, today }: { firstDay: string; today: string },
  before: PlanDraft | null = null,
): Partial<Record<'responsible' | 'dueOn' | 'reviewOn', PlanFault>> {
  const { kind, id, words } = responsible;
  const isNamed = kind === 'words' ? Boolean(words?.trim()) : id !== null;
  return {
    ...(!isNamed && { responsible: 'responsibleMissing' as const }),
    ...(dueOn === null && { dueOn: 'dayMissing' as const }),
    ...(dueOn !== null && dueOn < firstDay && dueOn !== before?.dueOn && { dueOn: 'dayTooEarly' as const }),
    ...(isReviewed && reviewOn === null && { reviewOn: 'dayMissing' as const }),
    ...(isReviewed &&
      reviewOn !== null &&
      reviewOn < today &&
      reviewOn !== before?.reviewOn && { reviewOn: 'dayTooEarly' as const }),
  };
}
