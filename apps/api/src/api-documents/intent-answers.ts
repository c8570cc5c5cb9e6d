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
  'proposals.add_sources': { summary: 'Adds marked words to a proposal, as its sources.', schema: ACK },
  'proposals.move': { summary: 'Takes a proposal one step on in its life.', schema: ACK },
  'proposals.decide': { summary: 'Records a decision taken without a poll.', schema: ACK },
  'proposals.merge': { summary: 'Merges a proposal into another, which takes its sources in.', schema: ACK },
  'proposals.recommend': { summary: 'Advises the meeting to accept, modify or reject.', schema: ACK },
  'proposals.position': { summary: 'Takes, changes or takes back a position on a proposal.', schema: ACK },
  'publications.draft_set': { summary: 'Makes the set of proposals of the meeting.', schema: ACK },
  'publications.arrange_set': { summary: 'Adds, removes, orders lines; renames the set.', schema: ACK },
  'publications.change_line': {
    summary: 'Changes focus area, responsible or timeline of a line.',
    schema: ACK,
  },
  'publications.refresh_line': { summary: 'Takes the proposal’s newest words and support.', schema: ACK },
  'publications.reserve': { summary: 'Enters a delegation’s reservation on a line.', schema: ACK },
  'publications.withdraw_reservation': { summary: 'Takes a reservation back.', schema: ACK },
  'publications.adopt_set': { summary: 'Adopts the set, as a whole or line by line.', schema: ACK },
  'documents.open': {
    summary: 'Begins to follow the document of a proposal; answers what the client lacks.',
    schema: 'DocumentOpened',
  },
  'documents.update': {
    summary: 'Changes a document; answered when it is on the disk.',
    schema: 'DocumentUpdated',
  },
  'documents.version': { summary: 'Fixes the text of a document as a version, on the record.', schema: ACK },
  'documents.point': { summary: 'Says where the person is in a document. Never stored.' },
  'documents.leave': { summary: 'Leaves a document; nothing of it is sent any more.' },
  'publications.draft_communique': { summary: 'Drafts the communique from lines of the set.', schema: ACK },
  'publications.change_communique': {
    summary: 'Changes title and paragraphs of the communique.',
    schema: ACK,
  },
  'publications.resolve_bracket': {
    summary: 'Settles one bracket or one choice of alternatives.',
    schema: ACK,
  },
  'publications.reserve_on_communique': { summary: 'Enters a reservation as a footnote.', schema: ACK },
  'publications.withdraw_communique_reservation': { summary: 'Takes such a reservation back.', schema: ACK },
  'publications.adopt_communique': { summary: 'Adopts the communique; no bracket may be open.', schema: ACK },
  'publications.circulate': {
    summary: 'Begins a silence procedure: adopted at its end unless a delegation objects.',
    schema: ACK,
  },
  'publications.object': { summary: 'Breaks the silence with a reason.', schema: ACK },
  'follow_up.begin': {
    summary: 'Follows an adopted proposal up: who is responsible, and until when.',
    schema: ACK,
  },
  'follow_up.change': { summary: 'Changes who is responsible, or the days.', schema: ACK },
  'follow_up.report': { summary: 'Reports on a follow-up, with proofs.', schema: ACK },
  'follow_up.correct': { summary: 'Corrects one’s own report; what it said stays readable.', schema: ACK },
  'amendments.table': { summary: 'Tables an amendment on a paragraph of the newest version.', schema: ACK },
  'amendments.sponsor': { summary: 'Joins the sponsors of an amendment, or leaves them.', schema: ACK },
  'amendments.recommend': { summary: 'Advises to accept, modify or reject an amendment.', schema: ACK },
  'amendments.accept': { summary: 'Takes an amendment over as friendly, by a submitter.', schema: ACK },
  'amendments.decide': { summary: 'Accepts or rejects an amendment, as the meeting decided.', schema: ACK },
  'amendments.withdraw': { summary: 'Takes an amendment back.', schema: ACK },
  'amendments.rebase': { summary: 'Brings an amendment up to date with the newest version.', schema: ACK },
  'amendments.merge': {
    summary: 'Makes accepted amendments part of the text and fixes it as the next version.',
    schema: ACK,
  },
  'amendments.promote': { summary: 'Makes a proposal of a rejected amendment.', schema: ACK },
  'amendments.regulate': { summary: 'Stops new amendments on a proposal, or takes them again.', schema: ACK },
  'polls.create': { summary: 'Prepares a poll: method, options, electorate, rules.', schema: ACK },
  'polls.start': { summary: 'Starts a poll and fixes who has a vote.', schema: ACK },
  'polls.hide_results': { summary: 'Hides the running results from now on until the close.', schema: ACK },
  'polls.cast': { summary: 'Casts a ballot, or in a named poll another in its place.', schema: 'CastAnswer' },
  'polls.close': { summary: 'Closes a poll, counts it and keeps the outcome.', schema: ACK },
  'polls.publish': { summary: 'Shows the outcome of a closed poll to everybody in the room.', schema: ACK },
  'polls.cancel': { summary: 'Ends a poll without a result; its ballots are destroyed.', schema: ACK },
};
