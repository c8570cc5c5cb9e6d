import type { MeetingDetail, ProposalView, RoomSnapshot } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';

/** Meeting and people, for pages outside of the room. */
export function useMeeting(meetingId: string) {
  return useQuery({
    queryKey: ['meeting', meetingId, 'detail'],
    queryFn: ({ signal }) => api.get<MeetingDetail>(`/meetings/${meetingId}`, { signal }),
  });
}

export function useProposals(meetingId: string) {
  return useQuery({
    queryKey: ['meeting', meetingId, 'proposals'],
    queryFn: ({ signal }) =>
      api.get<RoomSnapshot['proposals']>(`/meetings/${meetingId}/proposals`, { signal }),
  });
}

export function useProposal(meetingId: string, number: string) {
  return useQuery({
    queryKey: ['meeting', meetingId, 'proposals', number],
    queryFn: ({ signal }) => api.get<ProposalView>(`/meetings/${meetingId}/proposals/${number}`, { signal }),
  });
}
