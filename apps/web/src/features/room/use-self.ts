import type { MeetingDetail } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { problemOf } from '../../app/problem-of.js';
import { useMe } from '../identity/use-me.js';

/** Which participant of a meeting this browser is, or why that is not known. */
interface Self {
  self: string | null;
  problem: Error | null;
  retry(): void;
}

/** Known at once for a personal link, asked for with an account. */
export function useSelf(meetingId: string): Self {
  const { me, problem, retry } = useMe();
  const isByLink = me?.participant?.meeting === meetingId;
  const own = useQuery({
    queryKey: ['meeting', meetingId, 'self'],
    queryFn: async ({ signal }) => (await api.get<MeetingDetail>(`/meetings/${meetingId}`, { signal })).me,
    enabled: me !== undefined && !isByLink,
    staleTime: Infinity,
  });
  if (!me) return { self: null, problem, retry };
  if (isByLink) return { self: me.participant?.id ?? null, problem: null, retry };
  return {
    self: own.data?.participant ?? null,
    problem: problemOf(own),
    retry: () => void own.refetch(),
  };
}
