import {
  type Language,
  type LineSupport,
  type ProposalView,
  type RoomSnapshot,
  type SetLineView,
  type SetView,
} from '@roundtable/contracts';
import { plainParagraphs } from './plain-paragraphs.js';
import { SheetNames } from './sheet-names.js';
import { NoteNumbers, type SheetNote } from './sheet-notes.js';
import { SheetWording } from './sheet-wording.js';

const LONG = 900;

/** A line of the set in words, ready to be laid out. */
export interface SheetRow {
  place: number;
  focusArea: string;
  title: string;
  paragraphs: string[];
  origin: string;
  responsible: string;
  timeline: string;
  support: string[];
  notes: SheetNote[];
  /** Too long to be kept on one page. */
  isLong: boolean;
  sources: string[];
}
/** A set in words: the same for every kind of file. */
export interface SetSheet {
  language: Language;
  title: string;
  /** Label and value, in order. */
  facts: [string, string][];
  labels: Record<
    | 'number'
    | 'focusArea'
    | 'enhancement'
    | 'responsible'
    | 'timeline'
    | 'support'
    | 'reservations'
    | 'sources'
    | 'empty',
    string
  >;
  /** With `{page}` and `{pages}` still in it. */
  pageWords: string;
  /** What stands at the head of every page. */
  running: string;
  rows: SheetRow[];
}

/** What a set is printed from, as its reader may see it. */
export type SheetBasis = Pick<RoomSnapshot, 'meetings' | 'proposals'> & {
  set: SetView;
  lines: SetLineView[];
};

/** Puts a set into words in one language. */
export function writeSheet(basis: SheetBasis, language: Language): SetSheet {
  const { meeting } = basis.meetings;
  const wording = new SheetWording(language, meeting.zone);
  const names = new SheetNames(basis.meetings, wording);
  const numbers = new NoteNumbers(names);
  const rows = basis.lines.map((line, index): SheetRow => ({
    place: index + 1,
    focusArea: line.focusArea ?? '',
    title: line.title,
    paragraphs: plainParagraphs(line.text),
    origin: [
      wording.say('proposal', { number: line.number, version: line.proposalVersion }),
      ...(line.adoption ? [wording.say('lineAdopted')] : []),
    ].join(' · '),
    responsible: line.responsible ?? '',
    timeline: line.timeline ?? '',
    support: writeSupport(line.support, wording, names),
    notes: numbers.number(line.reservations),
    isLong: line.text.length + line.title.length > LONG,
    sources: writeSources(line, basis, wording, names),
  }));
  return {
    language,
    title: basis.set.title,
    facts: writeFacts(basis, wording, names),
    labels: {
      number: wording.say('number'),
      focusArea: wording.say('focusArea'),
      enhancement: wording.say('enhancement'),
      responsible: wording.say('responsible'),
      timeline: wording.say('timeline'),
      support: wording.say('support'),
      reservations: wording.say('reservations'),
      sources: wording.say('sources'),
      empty: wording.say('empty'),
    },
    pageWords: wording.pattern('page'),
    running: `${meeting.title} · ${wording.say('version')} ${basis.set.version} · ${basis.set.sha256.slice(0, 12)}`,
    rows,
  };
}

function writeFacts(
  { set, meetings }: SheetBasis,
  wording: SheetWording,
  names: SheetNames,
): [string, string][] {
  const { meeting } = meetings;
  const { adoption } = set;
  const status = adoption
    ? wording.say('adopted', {
        when: wording.moment(adoption.at),
        name: adoption.by ? names.person(adoption.by) : wording.say('byServer'),
      })
    : wording.say('draft');
  return [
    [wording.say('meeting'), meeting.title],
    [wording.say('host'), meeting.host],
    [wording.say('date'), wording.day(meeting.startsAt)],
    ...(meeting.venue ? [[wording.say('place'), meeting.venue] as [string, string]] : []),
    [wording.say('status'), status],
    ...(adoption?.reason ? [[wording.say('reason'), adoption.reason] as [string, string]] : []),
    [wording.say('version'), `${set.version}, ${wording.moment(set.changedAt)}`],
    [wording.say('hash'), set.sha256],
  ];
}

function writeSupport(support: LineSupport, wording: SheetWording, names: SheetNames): string[] {
  const { delegationsFor, delegationsAgainst, poll } = support;
  const counts = { for: support.for, neutral: support.neutral, against: support.against };
  const hasPositions = support.for + support.neutral + support.against > 0;
  const list = (ids: string[]) => ids.map((id) => names.delegation(id)).join(', ');
  return [
    ...(hasPositions ? [wording.say('positions', counts)] : []),
    ...(delegationsFor.length > 0 ? [wording.say('delegationsFor', { names: list(delegationsFor) })] : []),
    ...(delegationsAgainst.length > 0
      ? [wording.say('delegationsAgainst', { names: list(delegationsAgainst) })]
      : []),
    ...(poll
      ? [
          wording.say('poll', { number: poll.number, verdict: wording.say(`verdict.${poll.verdict}`) }) +
            (poll.votes ? ` (${wording.say('votes', poll.votes)})` : ''),
        ]
      : []),
  ];
}

/** Names come from the proposal as this reader may see it; the address alone stays where they may not. */
function writeSources(
  line: SetLineView,
  { proposals }: SheetBasis,
  wording: SheetWording,
  names: SheetNames,
): string[] {
  const proposal = proposals.proposals.find(({ id }) => id === line.proposal);
  return line.sources.map((source) => {
    const seen = findSource(proposal, source);
    const who = seen?.speaker ? names.person(seen.speaker) : wording.say('unnamed');
    const whom = seen?.delegation ? ` (${names.delegation(seen.delegation)})` : '';
    const when = seen ? wording.shortMoment(seen.at) : '–';
    return wording.say('source', { name: `${who}${whom}`, when, seq: String(source.seq) });
  });
}

function findSource(proposal: ProposalView | undefined, source: SetLineView['sources'][number]) {
  return proposal?.sources.find(
    ({ room, seq, from, to }) =>
      room === source.room && seq === source.seq && from === source.from && to === source.to,
  );
}
