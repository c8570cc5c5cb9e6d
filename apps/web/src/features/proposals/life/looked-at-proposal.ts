import type { ChangeProposal, ProposalView } from '@roundtable/contracts';

type OwnChange = Omit<ChangeProposal, 'v' | 'room' | 'clientId'>;

/**
 * Whether the newest version holds nothing but what was looked at and the words one was saving oneself just then: opening
 * a dialog leaves the field that one typed in, which saves it.
 */
export function isOwnVersion(lookedAt: ProposalView, newest: ProposalView, own: OwnChange): boolean {
  const { proposal, version, submitters, references, ...fields } = own;
  if (submitters ?? references) return false;
  if (proposal !== newest.id || version !== lookedAt.version || newest.version !== version + 1) return false;
  return contentOf(newest) === contentOf({ ...lookedAt, ...fields });
}

function contentOf({
  state,
  title,
  text,
  focusArea,
  responsible,
  timeline,
  sources,
  life,
}: ProposalView): string {
  const links = [life?.submitters, life?.references];
  return JSON.stringify([state, title, text, focusArea, responsible, timeline, sources.length, links]);
}
