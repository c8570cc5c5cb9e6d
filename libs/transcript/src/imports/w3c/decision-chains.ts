import { isEndOfPart, type WorkInParts } from '../work-in-parts.js';
import { ProposalsOfTopic } from './answered-proposals.js';
import type { DecisionEvent, ParsedEvent } from './parsed-log.js';
import { UndecidedProposals } from './undecided-proposals.js';

/**
 * Joins PROPOSAL, positions and RESOLVED into chains: a position answers the proposal it names, else the one open when
 * it was given; a decision the proposal with its words, else the one still open under the same topic. No W3C tool
 * computes this.
 */
export function* linkDecisionChains(events: ParsedEvent[]): WorkInParts<void> {
  let topic = new ProposalsOfTopic();
  const undecided = new UndecidedProposals();
  for (const [index, event] of events.entries()) {
    if (event.kind === 'topic') {
      topic = new ProposalsOfTopic();
    } else if (event.kind === 'proposal') {
      topic.put(index, event);
      undecided.put(index, event);
    } else if (event.kind === 'position' || (event.kind === 'statement' && event.positions)) {
      event.positions = topic.answer(event.positions ?? []);
    } else if (event.kind === 'decision') {
      decide(event, index, topic, undecided);
    }
    if (event.kind === 'decision' || isEndOfPart(index)) yield;
  }
}

function decide(
  decision: DecisionEvent,
  index: number,
  topic: ProposalsOfTopic,
  undecided: UndecidedProposals,
): void {
  const stillOpen = topic.open !== undefined && undecided.has(topic.open) ? topic.open : undefined;
  const proposal = undecided.mostLike(decision.text) ?? stillOpen;
  topic.open = undefined;
  if (proposal === undefined) return;
  decision.proposal = proposal;
  topic.decide(proposal);
  undecided.decide(proposal, index);
}
