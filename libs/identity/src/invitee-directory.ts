import type { MeView } from '@roundtable/contracts';

/** Knows the person behind an invitation. A port: identity has only ids, meetings has the people. */
export abstract class InviteeDirectory {
  /** Null for somebody who was removed. */
  abstract find(meeting: string, participant: string): Promise<MeView['participant']>;
}
