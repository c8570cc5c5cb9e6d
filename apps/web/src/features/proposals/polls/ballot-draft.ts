import type { BallotPick, RollCallEntry } from '@roundtable/contracts';

/** A ballot as it is being filled in. */
export interface BallotDraft {
  picks: BallotPick[];
  reason: string;
}

/** The form of a vote beside what is known to be cast with it. */
export interface FollowedBallot {
  draft: BallotDraft;
  /** What was cast when the draft was begun, or since. */
  known: RollCallEntry | null;
  /** True where something else was cast meanwhile and the draft, in which there was work already, stayed as it is. */
  isOvertaken: boolean;
}

/** Begins with what is cast. */
export function beginBallot(ballot: RollCallEntry | null): FollowedBallot {
  return { draft: toDraft(ballot), known: ballot, isOvertaken: false };
}

/**
 * Follows what was cast meanwhile with the same vote: on another device, by a proxy, by another of the delegation. What is
 * being filled in is not torn away, only told of it.
 */
export function followBallot(followed: FollowedBallot, now: RollCallEntry | null): FollowedBallot {
  const { draft, known } = followed;
  if (isSame(toDraft(known), toDraft(now))) return followed;
  const isTouched = !isSame(draft, toDraft(known)) && !isSame(draft, toDraft(now));
  return isTouched ? { draft, known: now, isOvertaken: now !== null } : beginBallot(now);
}

function toDraft(ballot: RollCallEntry | null): BallotDraft {
  return { picks: ballot?.picks ?? [], reason: ballot?.reason ?? '' };
}

function isSame(one: BallotDraft, other: BallotDraft): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ picks, reason }: BallotDraft): string {
  return JSON.stringify([picks.map(({ option, points }) => [option, points]), reason.trim()]);
}
