import type { TranscriptOutline } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';

const lookAgainMs = 20_000;

/** What a transcript is about and what can be jumped to; read again while the meeting goes on. */
export function useOutline(meeting: string) {
  return useQuery({
    queryKey: ['transcript', meeting, 'outline'],
    queryFn: ({ signal }) =>
      api.get<TranscriptOutline>(`/meetings/${meeting}/transcript/outline`, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? lookAgainMs : false),
  });
}

/** Whether more may still be said. */
export function isUnderWay({ meeting }: TranscriptOutline): boolean {
  return meeting.state === 'open' || meeting.state === 'suspended';
}
