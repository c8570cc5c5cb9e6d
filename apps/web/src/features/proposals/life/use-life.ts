import type { ProposalStep, ProposalView } from '@roundtable/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../app/api.js';

/** What became of a proposal; asked again when it has moved on. */
export function useLife(meeting: string, { number, state, version, life, sources }: ProposalView) {
  return useQuery({
    queryKey: [
      'meeting',
      meeting,
      'life',
      number,
      state,
      version,
      sources.length,
      life?.recommendation?.at,
      life?.publishedAt,
    ],
    queryFn: ({ signal }) =>
      api.get<ProposalStep[]>(`/meetings/${meeting}/proposals/${String(number)}/life`, { signal }),
    placeholderData: keepPreviousData,
  });
}
