import type { ChangeFollowUp, FollowUpResponsible, FollowUpView } from '@roundtable/contracts';

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

/** What is to be sent: what differs from how it was, and no more. A day that does not exist is not sent. */
export function changesIn(
  draft: PlanDraft,
  before: PlanDraft,
): Pick<ChangeFollowUp, 'responsible' | 'dueOn' | 'reviewOn'> {
  const { responsible, dueOn } = draft;
  const reviewOn = reviewOf(draft);
  return {
    ...(!isSame(responsible, before.responsible) && { responsible }),
    ...(dueOn !== null && dueOn !== before.dueOn && { dueOn }),
    ...(reviewOn !== reviewOf(before) && { reviewOn }),
  };
}

/** Puts a plan upon a newer one: what one left as it was takes what others made of it. */
export function rebasePlan(draft: PlanDraft, before: PlanDraft, newest: PlanDraft): PlanDraft {
  const review = reviewOf(draft) === reviewOf(before) ? newest : draft;
  return {
    responsible: isSame(draft.responsible, before.responsible) ? newest.responsible : draft.responsible,
    dueOn: draft.dueOn === before.dueOn ? newest.dueOn : draft.dueOn,
    isReviewed: review.isReviewed,
    reviewOn: review.reviewOn,
  };
}

function reviewOf({ isReviewed, reviewOn }: PlanDraft): string | null {
  return isReviewed ? reviewOn : null;
}

function isSame(one: FollowUpResponsible, other: FollowUpResponsible): boolean {
  return one.kind === other.kind && one.id === other.id && one.words === other.words;
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
