import type {
  AmendmentStepList,
  AmendmentView,
  ConsolidatedText,
  ProposalView,
  RebaseOffer,
  VersionParagraphs,
} from '@roundtable/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useDirectory } from '../proposals/directory.js';

/** What an answer about amendments depends on: asked again when any of it moves on. */
function stampOf({ version, state }: ProposalView, amendments: readonly AmendmentView[]): string {
  return [version, state, ...amendments.map(({ id, changedAt }) => `${id}@${changedAt}`)].join(' ');
}

/** Of everything that is asked about the amendments of a meeting. */
export function amendmentsKey(meeting: string): readonly string[] {
  return ['meeting', meeting, 'amendments'];
}

function useBase(proposal: ProposalView): { path: string; key: readonly string[] } {
  const { meeting } = useDirectory();
  return {
    path: `/meetings/${meeting.id}/amendments/${proposal.id}`,
    key: [...amendmentsKey(meeting.id), proposal.id],
  };
}

/** The paragraphs of the newest version. */
export function useParagraphs(proposal: ProposalView, amendments: readonly AmendmentView[]) {
  const { path, key } = useBase(proposal);
  return useQuery({
    queryKey: [...key, 'paragraphs', stampOf(proposal, amendments)],
    queryFn: ({ signal }) => api.get<VersionParagraphs>(`${path}/paragraphs`, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The newest version with amendments in it; `also` are tabled ones to look at it with. */
export function useConsolidated(
  proposal: ProposalView,
  amendments: readonly AmendmentView[],
  also: readonly string[],
) {
  const { path, key } = useBase(proposal);
  return useQuery({
    queryKey: [...key, 'consolidated', stampOf(proposal, amendments), also.join(',')],
    queryFn: ({ signal }) =>
      api.get<ConsolidatedText>(`${path}/consolidated`, {
        signal,
        query: { also: also.length > 0 ? also.join(',') : null },
      }),
    placeholderData: keepPreviousData,
  });
}

/** What the server offers to bring an amendment up to date, and the paragraphs it may be put on. */
export function useRebaseOffer(
  proposal: ProposalView,
  { id, revision }: AmendmentView,
  amendments: readonly AmendmentView[],
) {
  const { path, key } = useBase(proposal);
  return useQuery({
    queryKey: [...key, 'rebase', id, revision, stampOf(proposal, amendments)],
    queryFn: async ({ signal }) => {
      // Where the text moves on in between, the paragraphs are the older ones, and the server refuses their version.
      const { version, paragraphs } = await api.get<VersionParagraphs>(`${path}/paragraphs`, { signal });
      const offer = await api.get<RebaseOffer>(`${path}/rebase/${id}`, { signal });
      return { offer, version, paragraphs };
    },
    placeholderData: keepPreviousData,
  });
}

/** What became of an amendment, oldest first; asked for when somebody wants to see it. */
export function useAmendmentSteps(
  proposal: ProposalView,
  { id, changedAt }: AmendmentView,
  isWanted: boolean,
) {
  const { path, key } = useBase(proposal);
  return useQuery({
    queryKey: [...key, 'steps', id, changedAt],
    queryFn: async ({ signal }) =>
      (await api.get<AmendmentStepList>(`${path}/steps/${id}`, { signal })).steps,
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
}
