import type { ElectorView, PollOutcome, PollState, PollView } from '@roundtable/contracts';
import { PollStateForbids } from './polls.errors.js';

/** Starts a poll: from here on the electorate and the rules stand. @throws PollStateForbids */
export function startPoll(
  poll: PollView,
  { at, electors, proposalState }: { at: string; electors: ElectorView[]; proposalState: string | null },
): PollView {
  demandState(poll, ['created'], 'it can be started once');
  return { ...poll, state: 'started', startedAt: at, electors, proposalState };
}

/** Hides the running results; there is no way back. @throws PollStateForbids */
export function hideResults(poll: PollView): PollView {
  demandState(poll, ['created', 'started'], 'its results are there already');
  return { ...poll, rules: { ...poll.rules, hidesResults: true } };
}

/** Closes a poll with what was counted. @throws PollStateForbids for the second of two who close it at once */
export function closePoll(poll: PollView, at: string, outcome: PollOutcome): PollView {
  demandClosable(poll);
  return { ...poll, state: 'closed', closedAt: at, outcome };
}

/** Asked before counting. @throws PollStateForbids */
export function demandClosable(poll: PollView): void {
  demandState(poll, ['started'], 'only a poll under way can be closed');
}

/** Shows the outcome to everybody. @throws PollStateForbids */
export function publishPoll(poll: PollView, at: string): PollView {
  demandState(poll, ['closed'], 'only a closed poll can be published');
  return { ...poll, state: 'published', publishedAt: at };
}

/** Ends a poll without a result. @throws PollStateForbids */
export function cancelPoll(poll: PollView, at: string): PollView {
  demandState(poll, ['created', 'started'], 'it has a result, which stays');
  return { ...poll, state: 'cancelled', closedAt: at };
}

function demandState(poll: PollView, allowed: readonly PollState[], otherwise: string): void {
  if (!allowed.includes(poll.state)) throw new PollStateForbids(poll.id, poll.state, otherwise);
}
