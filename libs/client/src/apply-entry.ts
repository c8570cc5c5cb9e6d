import type { Entry, FactType, ProposalSourceView, VisibleEntry } from '@roundtable/contracts';
import { isWithheld } from '@roundtable/contracts';
import type { EventState, MessageState, RecordView } from './record-view.js';
import type { ChangeFact, WordsFact } from './reduce-discussion.js';
import { messageOf, reduceDiscussion } from './reduce-discussion.js';
import { reduceAmendments } from './reduce-amendments.js';
import { reduceFloor } from './reduce-floor.js';
import { reduceFollowUp } from './reduce-follow-up.js';
import { reduceMeetings } from './reduce-meetings.js';
import { reducePolls } from './reduce-polls.js';
import { reducePublications } from './reduce-publications.js';
import { reduceProposals } from './reduce-proposals.js';

/** Facts that get a line of their own in the room beside the messages. */
export const SHOWN_AS_EVENT = {
  'meetings.scheduled': false,
  'meetings.changed': false,
  'meetings.opened': true,
  'meetings.suspended': true,
  'meetings.closed': true,
  'meetings.delegation_saved': false,
  'meetings.delegation_removed': false,
  'meetings.participant_added': false,
  'meetings.participant_changed': false,
  'meetings.participant_removed': false,
  'meetings.item_saved': false,
  'meetings.item_removed': false,
  'meetings.item_opened': true,
  'meetings.item_closed': true,
  'floor.requested': false,
  'floor.withdrawn': false,
  'floor.granted': true,
  'floor.ended': false,
  'discussion.posted': false,
  'discussion.stated': false,
  'discussion.edited': false,
  'discussion.withdrawn': false,
  'discussion.reacted': false,
  'proposals.captured': true,
  'proposals.changed': false,
  'proposals.withdrawn': true,
  'proposals.positioned': true,
  'proposals.position_withdrawn': false,
  'proposals.decided': true,
  'proposals.moved': true,
  'proposals.sourced': false,
  'proposals.recommended': true,
  'documents.versioned': false,
  'amendments.tabled': true,
  'amendments.sponsored': false,
  'amendments.recommended': true,
  'amendments.accepted': true,
  'amendments.rejected': true,
  'amendments.withdrawn': true,
  'amendments.rebased': true,
  'amendments.merged': true,
  'amendments.carried': false,
  'amendments.promoted': true,
  'amendments.regulated': true,
  'polls.created': false,
  'polls.changed': false,
  'polls.started': true,
  'polls.closed': false,
  'polls.published': true,
  'polls.cancelled': true,
  'publications.set_drafted': true,
  'publications.set_changed': false,
  'publications.set_reserved': true,
  'publications.set_adopted': true,
  'publications.communique_drafted': true,
  'publications.communique_changed': false,
  'publications.communique_resolved': true,
  'publications.communique_reserved': false,
  'publications.communique_circulated': true,
  'publications.communique_objected': true,
  'publications.communique_adopted': true,
  'follow_up.begun': true,
  'follow_up.changed': true,
  'follow_up.reported': true,
  'follow_up.corrected': false,
  'transcript.imported': true,
} as const satisfies Record<FactType, boolean>;

/**
 * Gives the view after the next entry (`seq = view.head + 1`; the caller sees to that). Old snapshot + facts = fresh
 * snapshot. A kind of fact that this client is too old to know advances the record and shows nothing.
 */
export function applyEntry(view: RecordView, entry: VisibleEntry): RecordView {
  const advanced = { ...view, head: entry.seq };
  if (isWithheld(entry)) return advanced;
  return showLine(changeState(advanced, entry), entry);
}

/** Applies entries in order. */
export function applyEntries(view: RecordView, entries: readonly VisibleEntry[]): RecordView {
  return entries.reduce(applyEntry, view);
}

function changeState(view: RecordView, entry: Entry): RecordView {
  const { snapshot } = view;
  switch (entry.type) {
    case 'meetings.scheduled':
    case 'meetings.changed':
    case 'meetings.opened':
    case 'meetings.suspended':
    case 'meetings.closed':
    case 'meetings.delegation_saved':
    case 'meetings.delegation_removed':
    case 'meetings.participant_added':
    case 'meetings.participant_changed':
    case 'meetings.participant_removed':
    case 'meetings.item_saved':
    case 'meetings.item_removed':
    case 'meetings.item_opened':
    case 'meetings.item_closed':
      return { ...view, snapshot: { ...snapshot, meetings: reduceMeetings(snapshot.meetings, entry) } };
    case 'floor.requested':
    case 'floor.withdrawn':
    case 'floor.granted':
    case 'floor.ended':
      return { ...view, snapshot: { ...snapshot, floor: reduceFloor(snapshot.floor, entry) } };
    case 'proposals.captured':
    case 'proposals.changed':
    case 'proposals.withdrawn':
    case 'proposals.moved':
    case 'proposals.sourced':
    case 'proposals.recommended':
      return citeInMessages(reduceProposalsOf(view, entry), [
        ...sourcesOf(view, entry.data.proposal.id),
        ...entry.data.proposal.sources,
      ]);
    case 'proposals.positioned':
    case 'proposals.position_withdrawn':
    case 'proposals.decided':
      return reduceProposalsOf(view, entry);
    case 'polls.created':
    case 'polls.changed':
    case 'polls.started':
    case 'polls.closed':
    case 'polls.published':
    case 'polls.cancelled':
      return { ...view, snapshot: { ...snapshot, polls: reducePolls(snapshot.polls, entry) } };
    case 'amendments.tabled':
    case 'amendments.sponsored':
    case 'amendments.recommended':
    case 'amendments.accepted':
    case 'amendments.rejected':
    case 'amendments.withdrawn':
    case 'amendments.rebased':
    case 'amendments.merged':
    case 'amendments.carried':
    case 'amendments.promoted':
    case 'amendments.regulated':
      return { ...view, snapshot: { ...snapshot, amendments: reduceAmendments(snapshot.amendments, entry) } };
    case 'publications.set_drafted':
    case 'publications.set_changed':
    case 'publications.set_reserved':
    case 'publications.set_adopted':
    case 'publications.communique_drafted':
    case 'publications.communique_changed':
    case 'publications.communique_resolved':
    case 'publications.communique_reserved':
    case 'publications.communique_circulated':
    case 'publications.communique_objected':
    case 'publications.communique_adopted':
      return {
        ...view,
        snapshot: { ...snapshot, publications: reducePublications(snapshot.publications, entry) },
      };
    case 'follow_up.begun':
    case 'follow_up.changed':
    case 'follow_up.reported':
    case 'follow_up.corrected':
      return { ...view, snapshot: { ...snapshot, followUp: reduceFollowUp(snapshot.followUp, entry) } };
    case 'discussion.edited':
    case 'discussion.withdrawn':
    case 'discussion.reacted':
      return changeMessage(view, entry);
    case 'discussion.posted':
    case 'discussion.stated':
    case 'documents.versioned':
    case 'transcript.imported':
      return view;
    default:
      return ignoreUnknown(view, entry);
  }
}

/** The second parameter makes a new fact without a case above a compile error. */
function ignoreUnknown(view: RecordView, _entry: never): RecordView {
  return view;
}

function reduceProposalsOf(view: RecordView, entry: Parameters<typeof reduceProposals>[1]): RecordView {
  return {
    ...view,
    snapshot: { ...view.snapshot, proposals: reduceProposals(view.snapshot.proposals, entry) },
  };
}

function changeMessage(view: RecordView, entry: Entry<ChangeFact>): RecordView {
  if (entry.target === null) return view;
  const message = view.messages.get(entry.target);
  if (message)
    return { ...view, messages: view.messages.set(entry.target, reduceDiscussion(message, entry)) };
  const before = view.waiting.get(entry.target) ?? [];
  return { ...view, waiting: view.waiting.set(entry.target, [...before, entry]) };
}

/** What a proposal came from before: where that was taken out, the words no longer say so. */
function sourcesOf(view: RecordView, id: string): ProposalSourceView[] {
  return view.snapshot.proposals.proposals.find((proposal) => proposal.id === id)?.sources ?? [];
}

function citeInMessages(view: RecordView, sources: readonly ProposalSourceView[]): RecordView {
  let { messages } = view;
  for (const source of sources) {
    const message = messages.get(source.seq);
    if (message && source.room === view.snapshot.meetings.room.id) {
      messages = messages.set(source.seq, cite(view, message));
    }
  }
  return { ...view, messages };
}

/** Gives the message with the numbers of the proposals that came from its words. */
export function cite(view: RecordView, message: MessageState): MessageState {
  const { room } = view.snapshot.meetings;
  const citing = view.snapshot.proposals.proposals.filter((proposal) =>
    proposal.sources.some((source) => source.seq === message.seq && source.room === room.id),
  );
  const proposals = citing.map((proposal) => proposal.number);
  const same =
    proposals.length === message.proposals.length && proposals.every((n, i) => n === message.proposals[i]);
  return same ? message : { ...message, proposals };
}

function showLine(view: RecordView, entry: Entry): RecordView {
  if (isWords(entry)) {
    const messages = view.messages.set(entry.seq, cite(view, messageOf(entry)));
    return { ...view, messages, timeline: [...view.timeline, entry.seq] };
  }
  const event = eventOf(entry);
  if (event === null) return view;
  return { ...view, events: view.events.set(entry.seq, event), timeline: [...view.timeline, entry.seq] };
}

/** Says whether the entry made a message or a statement. */
export function isWords(entry: Entry): entry is Entry<WordsFact> {
  return entry.type === 'discussion.posted' || entry.type === 'discussion.stated';
}

/** Gives the line for an entry that is shown as an event, null for others. */
export function eventOf(entry: Entry): EventState | null {
  if (!SHOWN_AS_EVENT[entry.type]) return null;
  const { seq, at, actor, item, type, data } = entry;
  // TypeScript does not see that type and data of one entry still belong together.
  return { kind: 'event', seq, at, actor, item, type, data } as EventState;
}
