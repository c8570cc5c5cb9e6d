import type { MeetingDetail } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useMe } from '../identity/use-me.js';

/** Which participant of the meeting this browser is: known at once for a personal link, asked for with an account. */
export function useSelf(meetingId: string): { self: string | null; problem: unknown } {
  const me = useMe();
  const isByLink = me?.participant?.meeting === meetingId;
  const { data, error } = useQuery({
    queryKey: ['meeting', meetingId, 'self'],
    queryFn: async ({ signal }) => (await api.get<MeetingDetail>(`/meetings/${meetingId}`, { signal })).me,
    enabled: me !== undefined && !isByLink,
    staleTime: Infinity,
  });
  if (isByLink) return { self: me.participant?.id ?? null, problem: null };
  return { self: data?.participant ?? null, problem: error };
}
