import { LIMITS, type ProposalState, type ProposalView, type SetLineView } from '@roundtable/contracts';
import { NothingToSet, ProposalUnfit, SetTooLarge } from '../publications.errors.js';
import { countSupport, type SupportBasis } from './line-support.js';

const ADOPTED: readonly ProposalState[] = ['adopted', 'adopted_as_amended'];
const GONE: readonly ProposalState[] = ['withdrawn', 'rejected', 'not_admitted', 'merged'];

/**
 * Picks the proposals that a set is made of: those named, in that order, or all adopted ones by number.
 * @throws NothingToSet or ProposalUnfit
 */
export function pickProposals(
  proposals: readonly ProposalView[],
  wanted: readonly string[] | undefined,
): ProposalView[] {
  if (wanted === undefined) {
    const adopted = proposals.filter(({ state }) => ADOPTED.includes(state));
    if (adopted.length === 0) throw new NothingToSet();
    return adopted;
  }
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  if (new Set(wanted).size < wanted.length)
    throw new ProposalUnfit(findTwice(wanted), 'A proposal stands in the set once; this one is named twice.');
  return wanted.map((id) => {
    const proposal = byId.get(id);
    if (!proposal) throw new ProposalUnfit(id, 'There is no such proposal in this meeting.');
    if (GONE.includes(proposal.state))
      throw new ProposalUnfit(
        id,
        `Proposal ${proposal.number} is ${proposal.state.replaceAll('_', ' ')} and cannot stand in the set.`,
      );
    return proposal;
  });
}

/** Freezes a proposal as a line: its words, its version and the support it has at this moment. */
export function freezeLine(proposal: ProposalView, basis: SupportBasis, id: string): SetLineView {
  return {
    id,
    proposal: proposal.id,
    number: proposal.number,
    focusArea: proposal.focusArea,
    responsible: proposal.responsible,
    timeline: proposal.timeline,
    reservations: [],
    adoption: null,
    ...frozenWords(proposal, basis),
  };
}

/** Brings a line's words and support up to date; what the set itself says about it stays. */
export function refreshLine(line: SetLineView, proposal: ProposalView, basis: SupportBasis): SetLineView {
  return { ...line, ...frozenWords(proposal, basis) };
}

/** @throws SetTooLarge */
export function demandFitting(lines: readonly SetLineView[]): void {
  if (lines.length > LIMITS.setLines) throw new SetTooLarge('setLines', lines.length);
  const length = lines.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
  if (length > LIMITS.setTextLength) throw new SetTooLarge('setTextLength', length);
}

function frozenWords(proposal: ProposalView, basis: SupportBasis) {
  return {
    proposalVersion: proposal.version,
    title: proposal.title,
    text: proposal.text,
    support: countSupport(proposal, basis),
    sources: proposal.sources.map(({ room, seq, textSeq, from, to, sha256 }) => ({
      room,
      seq,
      textSeq,
      from,
      to,
      sha256,
    })),
  };
}

function findTwice(ids: readonly string[]): string {
  return ids.find((id, index) => ids.indexOf(id) < index) ?? '';
}
