import type { PollProgress, PollView } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { useRoom } from '../../room/room-context.js';

const ASK_AGAIN_MS = 2_000;

export interface PollProgressNow {
  /** Null until it was told for the first time. */
  progress: PollProgress | null;
  /** Whether it could not be told the last time; it is asked again by itself, and at once by `retry`. */
  hasFailed: boolean;
  retry(): void;
}

/** How voting goes, asked again while the poll is open and on the screen. Ballots are no entries, so nothing tells. */
export function usePollProgress(poll: PollView): PollProgressNow {
  const { roomId } = useRoom();
  const isOpen = poll.state === 'started';
  const { data, isError, refetch } = useQuery({
    queryKey: ['poll', poll.id, poll.state],
    queryFn: ({ signal }) => api.get<PollProgress>(`/rooms/${roomId}/polls/${poll.id}/progress`, { signal }),
    enabled: isOpen,
    refetchInterval: isOpen ? ASK_AGAIN_MS : false,
    staleTime: 0,
  });
  return { progress: data ?? null, hasFailed: isError, retry: () => void refetch() };
}
