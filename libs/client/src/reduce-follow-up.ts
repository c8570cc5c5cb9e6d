import type { Entry, FactType, RoomSnapshot } from '@roundtable/contracts';

/** Facts about what became of adopted proposals. */
export type FollowUpFact = Extract<FactType, `follow_up.${string}`>;
type FollowUp = RoomSnapshot['followUp'];

/** Gives the follow-ups after the fact, by the proposals' numbers. */
export function reduceFollowUp(
  { followUps }: FollowUp,
  { data: { followUp } }: Entry<FollowUpFact>,
): FollowUp {
  const others = followUps.filter(({ id }) => id !== followUp.id);
  return { followUps: [...others, followUp].sort((one, other) => one.number - other.number) };
}
