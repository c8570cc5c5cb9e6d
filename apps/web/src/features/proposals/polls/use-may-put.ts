import { useRoom } from '../../room/room-context.js';

/** Whether one may put something to the vote: in a closed meeting nobody could vote any more. */
export function useMayPut(): boolean {
  const { state, may } = useRoom();
  return may('polls.manage') && state.record?.snapshot.meetings.meeting.state !== 'closed';
}
