import type { DecisionContext, Draft } from '@roundtable/record';

/**
 * Those who go by what becomes of a meeting, such as the floor. A port, filled where the application is composed: what they
 * say is recorded in the same transaction as the meeting's own fact.
 */
export abstract class MeetingFollower {
  /** What ends with the meeting. Under the plenary's lock. */
  abstract close(context: DecisionContext): Promise<Draft[]>;

  /** What ends where these participants were removed, or may only watch from now on. Under the plenary's lock. */
  abstract silence(context: DecisionContext, participants: readonly string[]): Promise<Draft[]>;
}
