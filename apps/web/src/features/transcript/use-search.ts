import { LIMITS, type SearchAnswer } from '@roundtable/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../app/api.js';
import { patternOfHits } from './marked-words.js';
import type { Reading } from './reading-address.js';

/** The passages that hold the words of a reading, in the order of the record. */
export function useSearch(meeting: string, { words, filter }: Pick<Reading, 'words' | 'filter'>) {
  const isAsked = words !== '' && filter.kind !== 'event';
  const query = useQuery({
    queryKey: ['transcript', meeting, 'search', words, filter],
    queryFn: ({ signal }) =>
      api.get<SearchAnswer>(`/meetings/${meeting}/transcript/search`, {
        query: { q: words, ...filter, limit: LIMITS.searchHits },
        signal,
      }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const answer = isAsked ? query.data : undefined;
  const hits = useMemo(() => [...(answer?.hits ?? [])].sort((a, b) => a.seq - b.seq), [answer]);
  const marking = useMemo(() => {
    const pattern = patternOfHits(hits);
    return pattern && { pattern, seqs: new Set(hits.map(({ seq }) => seq)) };
  }, [hits]);
  const { error, isFetching } = query;
  return { isAsked, hits, total: answer?.total ?? 0, marking, error: isAsked ? error : null, isFetching };
}
