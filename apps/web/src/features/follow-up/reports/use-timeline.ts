import type { FollowUpTimeline, FollowUpView } from '@roundtable/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { useRoom } from '../../room/room-context.js';

/** The reports on a follow-up, newest first, read anew whenever it changes. */
export function useTimeline({ id, version }: FollowUpView) {
  const { meetingId } = useRoom();
  return useQuery({
    queryKey: ['meeting', meetingId, 'follow-up', id, version],
    queryFn: ({ signal }) =>
      api.get<FollowUpTimeline>(`/meetings/${meetingId}/follow-up/${id}/updates`, { signal }),
    placeholderData: keepPreviousData,
  });
}
