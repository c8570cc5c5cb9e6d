import type { InvitationView, LobbyView, MeetingDetail, MeetingSummary } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';

const DETAIL_EVERY_MS = 20_000;
const INVITATIONS_EVERY_MS = 15_000;

/** The meetings one takes part in. */
export function useMeetings(isEnabled: boolean) {
  return useQuery({
    queryKey: ['meetings'],
    queryFn: ({ signal }) => api.get<MeetingSummary[]>('/meetings', { signal }),
    enabled: isEnabled,
    refetchInterval: 30_000,
  });
}

/** One meeting with its people and agenda. */
export function useMeeting(id: string) {
  return useQuery({
    queryKey: ['meeting', id],
    queryFn: ({ signal }) => api.get<MeetingDetail>(`/meetings/${id}`, { signal }),
    refetchInterval: DETAIL_EVERY_MS,
  });
}

/** The personal links of a meeting, for its secretariat. */
export function useInvitations(id: string) {
  return useQuery({
    queryKey: ['meeting', id, 'invitations'],
    queryFn: ({ signal }) => api.get<InvitationView[]>(`/meetings/${id}/invitations`, { signal }),
    refetchInterval: INVITATIONS_EVERY_MS,
  });
}

/** What is known of a meeting before and after its room can be read; asked for every `everyMs`. */
export function useLobby(id: string, everyMs: number | false) {
  return useQuery({
    queryKey: ['lobby', id],
    queryFn: ({ signal }) => api.get<LobbyView>(`/meetings/${id}/lobby`, { signal }),
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}

/** After a change: the meeting, its links and the list of meetings are read anew. */
export async function refreshMeeting(id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['meeting', id] }),
    queryClient.invalidateQueries({ queryKey: ['meetings'] }),
    queryClient.invalidateQueries({ queryKey: ['lobby', id] }),
  ]);
}
