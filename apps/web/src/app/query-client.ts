import { QueryClient } from '@tanstack/react-query';

/** One cache for all screens. Nothing is retried behind a person's back; a screen offers "try again". */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
