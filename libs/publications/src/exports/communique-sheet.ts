import { readBrackets, type CommuniqueView, type Language, type RoomSnapshot } from '@roundtable/contracts';
import type { PrintedFrame } from './docx-parts.js';
import { SheetNames } from './sheet-names.js';
import { NoteNumbers, type SheetNote } from './sheet-notes.js';
import { SheetWording } from './sheet-wording.js';

/** `negotiating`: with what is open, in brackets. `clean`: agreed words alone, what is open is only hinted at. */
export const COMMUNIQUE_VIEWS = ['negotiating', 'clean'] as const;
export type CommuniquePrintView = (typeof COMMUNIQUE_VIEWS)[number];

/** Words that are agreed, or that still stand in a bracket. */
export interface SheetRun {
  text: string;
  isOpen: boolean;
}
export interface SheetParagraph {
  runs: SheetRun[];
  notes: SheetNote[];
}
/** A communique in words: the same for every kind of file. */
export interface CommuniqueSheet extends PrintedFrame {
  paragraphs: SheetParagraph[];
  /** What stands where there is no text yet. */
  empty: string;
}

/** What a communique is printed from, as its reader may see it. */
export interface CommuniqueBasis {
  meetings: RoomSnapshot['meetings'];
  communique: CommuniqueView;
}

const HINT = '[…]';

/** Puts a communique into words in one language; its own words stay in the language they were written in. */
export function writeCommuniqueSheet(
  { meetings, communique }: CommuniqueBasis,
  language: Language,
  view: CommuniquePrintView,
): CommuniqueSheet {
  const { meeting } = meetings;
  const wording = new SheetWording(language, meeting.zone);
  const names = new SheetNames(meetings, wording);
  const numbers = new NoteNumbers(names);
  return {
    language,
    title: communique.title,
    facts: writeFacts({ meetings, communique }, wording, names),
    pageWords: wording.pattern('page'),
    running: `${meeting.title} · ${wording.say('version')} ${communique.version} · ${communique.sha256.slice(0, 12)}`,
    paragraphs: communique.parts.map((part) => ({
      runs: writeRuns(part.text, view),
      notes: numbers.number(part.reservations),
    })),
    empty: wording.say('communiqueEmpty'),
  };
}

/** Alternatives are told apart by letters, as at the table: `[A: words / B: other words]`. */
function writeRuns(text: string, view: CommuniquePrintView): SheetRun[] {
  return readBrackets(text).map((run): SheetRun => {
    if (run.kind === 'agreed') return { text: run.text, isOpen: false };
    if (view === 'clean') return { text: HINT, isOpen: true };
    const [only = ''] = run.options;
    if (run.options.length === 1) return { text: `[${only}]`, isOpen: true };
    const lettered = run.options.map((option, at) => `${letterOf(at)}: ${option}`);
    return { text: `[${lettered.join(' / ')}]`, isOpen: true };
  });
}

function letterOf(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + (at % 26)).repeat(1 + Math.floor(at / 26));
}

function writeFacts(
  { meetings: { meeting }, communique }: CommuniqueBasis,
  wording: SheetWording,
  names: SheetNames,
): [string, string][] {
  const { adoption, circulation } = communique;
  const reason = adoption?.reason ?? null;
  const open = communique.parts
    .flatMap(({ text }) => readBrackets(text))
    .filter(({ kind }) => kind === 'bracket');
  return [
    [wording.say('meeting'), meeting.title],
    [wording.say('host'), meeting.host],
    [wording.say('date'), wording.day(meeting.startsAt)],
    ...(meeting.venue ? [[wording.say('place'), meeting.venue] as [string, string]] : []),
    [wording.say('status'), writeStatus(adoption, circulation, wording, names)],
    ...(reason ? [[wording.say('reason'), reason] as [string, string]] : []),
    ...(open.length > 0 ? [[wording.say('openBrackets'), String(open.length)] as [string, string]] : []),
    [wording.say('version'), `${communique.version}, ${wording.moment(communique.changedAt)}`],
    [wording.say('hash'), communique.sha256],
  ];
}

function writeStatus(
  adoption: CommuniqueView['adoption'],
  circulation: CommuniqueView['circulation'],
  wording: SheetWording,
  names: SheetNames,
): string {
  if (adoption) {
    const name = adoption.by ? names.person(adoption.by) : wording.say('byServer');
    return wording.say('communiqueAdopted', { when: wording.moment(adoption.at), name });
  }
  return circulation
    ? wording.say('circulated', { until: wording.moment(circulation.until) })
    : wording.say('draft');
}
