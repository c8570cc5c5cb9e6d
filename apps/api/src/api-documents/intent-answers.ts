import type { IntentName } from '@roundtable/contracts';

/** What an intent does, and the contract's type of its success; `{ok: true}` without one. */
export interface IntentAnswerNote {
  summary: string;
  schema?: string;
}

const ACK = 'Ack';

/** Every intent of the contract; one without its line does not compile. */
export const INTENT_ANSWERS: Record<IntentName, IntentAnswerNote> = {
  'record.sync': { summary: 'Joins a room and catches up from `since`.', schema: 'SyncAnswer' },
  'record.leave': { summary: 'Leaves a room; nothing of it is sent any more.' },
  'presence.typing': { summary: 'Says that the person types, or stopped. Never stored.' },
  'discussion.post': { summary: 'Writes a message.', schema: ACK },
  'discussion.state': { summary: 'Enters what somebody said aloud.', schema: ACK },
  'discussion.edit': { summary: 'Changes words; the former ones stay on the record.', schema: ACK },
  'discussion.withdraw': { summary: 'Withdraws words; a tombstone stays.', schema: ACK },
  'discussion.react': { summary: 'Reacts, or takes a reaction back.', schema: ACK },
  'discussion.mark_read': { summary: 'Moves the reader’s own mark. Private, no entry.' },
  'floor.request': { summary: 'Raises the hand.', schema: ACK },
  'floor.withdraw': { summary: 'Lowers the hand.', schema: ACK },
  'floor.grant': { summary: 'Gives the floor; whoever spoke before is done.', schema: ACK },
  'floor.end': { summary: 'Ends a speech.', schema: ACK },
  'proposals.capture': { summary: 'Makes a proposal of marked words, with its source fixed.', schema: ACK },
  'proposals.change': { summary: 'Changes title, text or fields of a proposal.', schema: ACK },
  'proposals.withdraw': { summary: 'Withdraws a proposal.', schema: ACK },
  'proposals.position': { summary: 'Takes, changes or takes back a position on a proposal.', schema: ACK },
  'polls.create': { summary: 'Prepares a poll: method, options, electorate, rules.', schema: ACK },
  'polls.start': { summary: 'Starts a poll and fixes who has a vote.', schema: ACK },
  'polls.hide_results': { summary: 'Hides the running results from now on until the close.', schema: ACK },
  'polls.cast': { summary: 'Casts a ballot, or in a named poll another in its place.', schema: 'CastAnswer' },
  'polls.close': { summary: 'Closes a poll, counts it and keeps the outcome.', schema: ACK },
  'polls.publish': { summary: 'Shows the outcome of a closed poll to everybody in the room.', schema: ACK },
  'polls.cancel': { summary: 'Ends a poll without a result; its ballots are destroyed.', schema: ACK },
};
