import type { MeView } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { queryClient } from '../../app/query-client.js';

const ME = ['me'];

/** Who this browser is signed in as; undefined while that is not known yet. */
export function useMe(): MeView | undefined {
  return useQuery({
    queryKey: ME,
    queryFn: ({ signal }) => api.get<MeView>('/me', { signal }),
    staleTime: 30_000,
  }).data;
}

/** After signing in, entering or signing out everything that was read as somebody else is forgotten. */
export async function forgetWhoIAm(): Promise<void> {
  // The page of a one-time link may still be leaving; asking for the used link again would only be refused.
  await queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'setup' });
}
