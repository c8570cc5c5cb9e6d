import type { DocumentDiff, DocumentVersionList } from '@roundtable/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { useDocumentPlace } from '../document-place.js';

/** The versions of the open text, the newest first; read again when the record tells of a new one. */
export function useVersions() {
  const { meeting, proposal, versions } = useDocumentPlace();
  const { data, error, refetch } = useQuery({
    queryKey: ['meeting', meeting, 'documents', proposal, 'versions', versions],
    queryFn: async ({ signal }) => {
      const path = `/meetings/${meeting}/documents/${proposal}/versions`;
      return (await api.get<DocumentVersionList>(path, { signal })).versions.toReversed();
    },
  });
  return { versions: data, error, refetch };
}

/** Reads the list of versions again, and what was compared with the text as it is now. */
export function useRenewVersions(): () => Promise<void> {
  const { meeting, proposal } = useDocumentPlace();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['meeting', meeting, 'documents', proposal] });
}

/** What differs between two versions; `to` null means the text as it is now. */
export function useDiff(from: number | null, to: number | null) {
  const { meeting, proposal } = useDocumentPlace();
  return useQuery({
    queryKey: ['meeting', meeting, 'documents', proposal, 'diff', from, to],
    queryFn: ({ signal }) =>
      api.get<DocumentDiff>(`/meetings/${meeting}/documents/${proposal}/diff`, {
        signal,
        query: { from, to },
      }),
    enabled: from !== null,
    staleTime: to === null ? 0 : Infinity,
  });
}
