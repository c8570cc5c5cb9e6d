import {
  ENDED_FOLLOW_UP_STATES,
  FOLLOW_UP_STATES,
  isOverdue,
  type FollowUpState,
  type FollowUpView,
} from '@roundtable/contracts';

/** Which follow-ups are shown: by how they stand, and by the name of who is responsible (null for everybody). */
export interface FollowUpChoice {
  which: FollowUpWhich;
  who: string | null;
}
export const EVERYTHING: FollowUpChoice = { which: 'all', who: null };
export const WHICH = ['all', 'open', 'overdue', ...FOLLOW_UP_STATES] as const;
export type FollowUpWhich = (typeof WHICH)[number];

/** A follow-up with what a list says about it; `today` is a day of the meeting's zone. */
export interface Listed {
  followUp: FollowUpView;
  responsible: string;
  today: string;
}

/** Gives those that fit, what is overdue first, then by day; what has ended stands last. */
export function selectFollowUps<L extends Listed>(listed: readonly L[], { which, who }: FollowUpChoice): L[] {
  return listed
    .filter(({ followUp, today }) => fits(followUp, which, today))
    .filter(({ responsible }) => who === null || responsible === who)
    .sort(byUrgency);
}

/** Says whether an address names a choice. */
export function isWhich(word: string | null): word is FollowUpWhich {
  return WHICH.some((each) => each === word);
}

function fits(followUp: FollowUpView, which: FollowUpWhich, today: string): boolean {
  if (which === 'all') return true;
  if (which === 'overdue') return isOverdue(followUp, today);
  return which === 'open' ? !hasEnded(followUp.state) : followUp.state === which;
}

function byUrgency(one: Listed, other: Listed): number {
  const late = (each: Listed) => Number(isOverdue(each.followUp, each.today));
  const ended = (each: Listed) => Number(hasEnded(each.followUp.state));
  return (
    late(other) - late(one) ||
    ended(one) - ended(other) ||
    compare(one.followUp.dueOn, other.followUp.dueOn) ||
    one.followUp.number - other.followUp.number
  );
}

function hasEnded(state: FollowUpState): boolean {
  return ENDED_FOLLOW_UP_STATES.includes(state);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
