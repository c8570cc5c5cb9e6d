import type { FactType, PassageKind } from '@roundtable/contracts';

/** Why a fact has no line of its own in the transcript. */
interface Silence {
  silent: string;
}

const OF_ITS_WORDS: Silence = { silent: 'It stands with the words that it is about.' };
const OF_THE_TITLE: Silence = { silent: 'The title page tells the meeting as it is.' };
const OF_THE_ATTENDANCE: Silence = { silent: 'The list of participants tells who takes part, and for whom.' };
const OF_THE_AGENDA: Silence = { silent: 'The agenda tells the items as they are.' };
const OF_THE_POLL: Silence = {
  silent: 'What is asked is told when the poll starts, and what came of it by its result.',
};

/** As what each fact stands in the transcript, or why it has no line there: a new kind of fact must be put here. */
const PLACES: Readonly<Record<FactType, PassageKind | Silence>> = {
  'meetings.scheduled': OF_THE_TITLE,
  'meetings.changed': OF_THE_TITLE,
  'meetings.opened': 'event',
  'meetings.suspended': 'event',
  'meetings.closed': 'event',
  'meetings.delegation_saved': OF_THE_ATTENDANCE,
  'meetings.delegation_removed': OF_THE_ATTENDANCE,
  'meetings.participant_added': OF_THE_ATTENDANCE,
  'meetings.participant_changed': OF_THE_ATTENDANCE,
  'meetings.participant_removed': 'event',
  'meetings.item_saved': OF_THE_AGENDA,
  'meetings.item_removed': OF_THE_AGENDA,
  'meetings.item_opened': 'event',
  'meetings.item_closed': 'event',
  'floor.requested': 'event',
  'floor.withdrawn': 'event',
  'floor.granted': 'event',
  'floor.ended': { silent: 'Who speaks next shows that the one before has ended.' },
  'discussion.posted': 'message',
  'discussion.stated': 'statement',
  'discussion.edited': OF_ITS_WORDS,
  'discussion.withdrawn': OF_ITS_WORDS,
  'discussion.reacted': OF_ITS_WORDS,
  'proposals.captured': 'event',
  'proposals.changed': { silent: 'It is saved while it is being written; the proposal tells how it reads.' },
  'proposals.withdrawn': 'event',
  'proposals.positioned': 'event',
  'proposals.position_withdrawn': 'event',
  'proposals.decided': 'event',
  'proposals.moved': 'event',
  'proposals.sourced': 'event',
  'proposals.recommended': 'event',
  'documents.versioned': { silent: 'The text of a proposal lists its versions.' },
  'amendments.tabled': 'event',
  'amendments.sponsored': { silent: 'The amendment names its sponsors.' },
  'amendments.recommended': 'event',
  'amendments.accepted': 'event',
  'amendments.rejected': 'event',
  'amendments.withdrawn': 'event',
  'amendments.rebased': 'event',
  'amendments.merged': 'event',
  'amendments.carried': { silent: 'No person acts: amendments move on with each version of the text.' },
  'amendments.promoted': 'event',
  'amendments.regulated': 'event',
  'polls.created': OF_THE_POLL,
  'polls.changed': OF_THE_POLL,
  'polls.started': 'event',
  'polls.closed': OF_THE_POLL,
  'polls.published': 'event',
  'polls.cancelled': 'event',
  'publications.set_drafted': 'event',
  'publications.set_changed': { silent: 'The set lists its versions.' },
  'publications.set_reserved': 'event',
  'publications.set_adopted': 'event',
  'publications.communique_drafted': 'event',
  'publications.communique_changed': {
    silent: 'It is saved while it is being written; what is agreed is told.',
  },
  'publications.communique_resolved': 'event',
  'publications.communique_reserved': 'event',
  'publications.communique_circulated': 'event',
  'publications.communique_objected': 'event',
  'publications.communique_adopted': 'event',
  'follow_up.begun': 'event',
  'follow_up.changed': 'event',
  'follow_up.reported': 'event',
  'follow_up.corrected': 'event',
  'transcript.imported': 'event',
};

/** Says as what a fact stands in the transcript, null for what is not in it. */
export function passageKindOf(type: FactType): PassageKind | null {
  const place = PLACES[type];
  return typeof place === 'string' ? place : null;
}

/** Says why a fact has no line of its own, null where it has one. */
export function silenceOf(type: FactType): string | null {
  const place = PLACES[type];
  return typeof place === 'string' ? null : place.silent;
}

/** Lists the facts that stand in the transcript as one kind of passage, or as any. */
export function typesOfPassages(kind?: PassageKind): FactType[] {
  const types = Object.keys(PLACES) as FactType[];
  return types.filter((type) => (kind === undefined ? silenceOf(type) === null : PLACES[type] === kind));
}
