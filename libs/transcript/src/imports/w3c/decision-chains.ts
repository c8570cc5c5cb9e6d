import { answerProposals } from './answered-proposals.js';
import { foldName } from './names.js';
import type { DecisionEvent, ParsedEvent, ProposalEvent } from './parsed-log.js';

/** How alike two texts must be (shared words of all words) for one to be the adopted form of the other. */
const SAME_TEXT = 0.5;

/**
 * Joins PROPOSAL, positions and RESOLVED into chains: a position answers the proposal it names, else the one open when
 * it was given; a decision the proposal with its words, else the one still open under the same topic. No W3C tool
 * computes this.
 */
export function linkDecisionChains(events: ParsedEvent[]): void {
  let open: number | undefined;
  let underTopic = new Map<number, ProposalEvent>();
  const undecided = new Map<number, ProposalEvent>();
  events.forEach((event, index) => {
    if (event.kind === 'topic') {
      open = undefined;
      underTopic = new Map();
    } else if (event.kind === 'proposal') {
      open = index;
      undecided.set(index, event);
      underTopic.set(index, event);
    } else if (event.kind === 'position' || (event.kind === 'statement' && event.positions)) {
      event.positions = answerProposals(event.positions ?? [], { open, underTopic });
    } else if (event.kind === 'decision') {
      const stillOpen = open !== undefined && undecided.has(open) ? open : undefined;
      adopt(event, index, bestMatch(event.text, undecided) ?? stillOpen, undecided);
      open = undefined;
    }
  });
}

function adopt(
  decision: DecisionEvent,
  index: number,
  proposal: number | undefined,
  undecided: Map<number, ProposalEvent>,
): void {
  const adopted = proposal === undefined ? undefined : undecided.get(proposal);
  if (proposal === undefined || !adopted) {
    return;
  }
  decision.proposal = proposal;
  adopted.decidedBy = index;
  undecided.delete(proposal);
}

/** The latest of the undecided proposals that are most like the text. */
function bestMatch(text: string, undecided: Map<number, ProposalEvent>): number | undefined {
  let best: { index: number; likeness: number } | undefined;
  for (const [index, proposal] of undecided) {
    const likeness = likenessOf(text, proposal.text);
    if (likeness >= SAME_TEXT && likeness >= (best?.likeness ?? 0)) {
      best = { index, likeness };
    }
  }
  return best?.index;
}

function likenessOf(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const shared = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.split(/\s+/).map(foldName).filter(Boolean));
}
