import type { MeetingState, Permission } from '@roundtable/contracts';

export type WhySilent = 'silentNotOpen' | 'silentSuspended' | 'silentClosed' | 'silentReader';

/** Why one cannot write now; null where one can. The meeting's state comes first: it explains the rest. */
export function whySilent(state: MeetingState, may: (permission: Permission) => boolean): WhySilent | null {
  if (state === 'closed' || state === 'published') return 'silentClosed';
  if (state === 'suspended') return 'silentSuspended';
  if (state !== 'open') return 'silentNotOpen';
  return may('discussion.post') ? null : 'silentReader';
}
