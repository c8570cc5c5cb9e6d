import type { FactType, MeetingAct, MeetingState, MeetingView } from '@roundtable/contracts';

/** What an act makes of a meeting: the facts, in order, each with the meeting as it then is. */
export interface LifeStep {
  type: Extract<
    FactType,
    'meetings.scheduled' | 'meetings.opened' | 'meetings.suspended' | 'meetings.closed'
  >;
  meeting: MeetingView;
}

const STATES_BEFORE: Record<MeetingAct, readonly MeetingState[]> = {
  schedule: ['draft'],
  open: ['draft', 'scheduled', 'suspended'],
  suspend: ['open'],
  close: ['open', 'suspended'],
};

/** Says whether an act is possible in a state. */
export function mayAct(state: MeetingState, act: MeetingAct): boolean {
  return STATES_BEFORE[act].includes(state);
}

/**
 * Leads a meeting from draft through scheduled, open and suspended to closed. Opening a draft schedules it on the way,
 * so that the record never skips a state. Null where the act is not possible. `at` is ISO UTC.
 */
export function advance(meeting: MeetingView, act: MeetingAct, at: string): LifeStep[] | null {
  if (!mayAct(meeting.state, act)) return null;
  switch (act) {
    case 'schedule':
      return [{ type: 'meetings.scheduled', meeting: step(meeting, { state: 'scheduled' }) }];
    case 'open':
      return open(meeting, at);
    case 'suspend':
      return [{ type: 'meetings.suspended', meeting: step(meeting, { state: 'suspended' }) }];
    case 'close':
      return [{ type: 'meetings.closed', meeting: step(meeting, { state: 'closed', closedAt: at }) }];
  }
}

function open(meeting: MeetingView, at: string): LifeStep[] {
  const before = meeting.state === 'draft' ? (advance(meeting, 'schedule', at) ?? []) : [];
  const from = before.at(-1)?.meeting ?? meeting;
  const opened = step(from, { state: 'open', openedAt: meeting.openedAt ?? at });
  return [...before, { type: 'meetings.opened', meeting: opened }];
}

function step(meeting: MeetingView, change: Partial<MeetingView>): MeetingView {
  return { ...meeting, ...change, version: meeting.version + 1 };
}
