import type { MeView } from '@roundtable/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { problemOf } from '../../app/problem-of.js';
import { queryClient } from '../../app/query-client.js';

const ME = ['me'];

/** Who this browser is signed in as, as far as that is known. */
export interface Me {
  /** Undefined while it is not known. */
  me: MeView | undefined;
  /** Why it is not known. */
  problem: Error | null;
  retry(): void;
}

export function useMe(): Me {
  const query = useQuery({
    queryKey: ME,
    queryFn: ({ signal }) => api.get<MeView>('/me', { signal }),
    staleTime: 30_000,
  });
  return { me: query.data, problem: problemOf(query), retry: () => void query.refetch() };
}

/** After signing in, entering or signing out everything that was read as somebody else is forgotten. */
export async function forgetWhoIAm(): Promise<void> {
  // The page of a one-time link may still be leaving; asking for the used link again would only be refused.
  await queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'setup' });
}
