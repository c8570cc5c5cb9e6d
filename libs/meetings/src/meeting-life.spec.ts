import { describe, expect, it } from '@jest/globals';
import { MEETING_ACTS, MEETING_STATES, type MeetingState, type MeetingView } from '@roundtable/contracts';
import { advance, mayAct } from './meeting-life.js';

const at = '2026-03-02T04:00:00.000Z';
const meeting = (state: MeetingState) =>
  ({ id: 'm', state, openedAt: null, closedAt: null, version: 1 }) as MeetingView;

describe('the life of a meeting', () => {
  it('allows exactly these acts', () => {
    const allowed = MEETING_STATES.flatMap((state) =>
      MEETING_ACTS.filter((act) => mayAct(state, act)).map((act) => `${state} ${act}`),
    );
    expect(allowed).toEqual([
      'draft schedule',
      'draft open',
      'scheduled open',
      'open suspend',
      'open close',
      'suspended open',
      'suspended close',
    ]);
  });

  it('schedules a draft on the way to opening it', () => {
    const steps = advance(meeting('draft'), 'open', at);
    expect(steps?.map((step) => [step.type, step.meeting.state, step.meeting.version])).toEqual([
      ['meetings.scheduled', 'scheduled', 2],
      ['meetings.opened', 'open', 3],
    ]);
  });

  it('keeps when it was first opened', () => {
    const opened = { ...meeting('suspended'), openedAt: '2026-03-01T04:00:00.000Z' };
    expect(advance(opened, 'open', at)?.[0]?.meeting.openedAt).toBe('2026-03-01T04:00:00.000Z');
  });

  it('ends with closing', () => {
    expect(advance(meeting('open'), 'close', at)?.[0]?.meeting).toMatchObject({
      state: 'closed',
      closedAt: at,
    });
    for (const act of MEETING_ACTS) expect(advance(meeting('closed'), act, at)).toBeNull();
  });
});
