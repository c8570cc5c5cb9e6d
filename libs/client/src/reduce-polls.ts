import type { Entry, FactType, RoomSnapshot } from '@roundtable/contracts';
import { compareIds, replaceById } from './ordered-list.js';

/** Facts about polls: each carries its poll whole. */
export type PollsFact = Extract<FactType, `polls.${string}`>;
type Polls = RoomSnapshot['polls'];

/** Gives the polls after the fact, by number. */
export function reducePolls(state: Polls, entry: Entry<PollsFact>): Polls {
  const { poll } = entry.data;
  return { polls: replaceById(state.polls, poll, (a, b) => a.number - b.number || compareIds(a.id, b.id)) };
}
