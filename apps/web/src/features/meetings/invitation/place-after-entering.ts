import type { EnterAnswer, MeetingState } from '@roundtable/contracts';

/** Where somebody goes who has just entered: the room while it is open, the page before or after it otherwise. */
export function placeAfterEntering({ meeting, room }: EnterAnswer, state: MeetingState): string {
  if (state === 'open' || state === 'suspended') return `/m/${meeting}/${room}`;
  return state === 'closed' || state === 'published' ? `/m/${meeting}/closed` : `/m/${meeting}/lobby`;
}
