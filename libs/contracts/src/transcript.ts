import type { Reaction } from './limits.js';
import type { FloorRequestView } from './floor.js';
import type { DelegationView, ItemView, MeetingView, ParticipantView, RoomView } from './meetings.js';
import type { DecisionView, ProposalView } from './proposals.js';
import type { FactMap, FactType } from './facts.js';

/** Why a line of an imported log has no place in the meeting. */
export const NOT_UNDERSTOOD_CODES = ['no_nick', 'nobody_before', 'no_words'] as const;
export type NotUnderstoodCode = (typeof NOT_UNDERSTOOD_CODES)[number];

/** A line of a log that somebody wrote and the import could not place. */
export interface NotUnderstoodLine {
  /** One-based. */
  line: number;
  text: string;
  /** In English, for the command line. */
  reason: string;
  /** Absent in records of imports that gave a sentence only. */
  code?: NotUnderstoodCode;
}

/** Data of `transcript.imported`: closes the import of a meeting held elsewhere. */
export interface ImportNoted {
  format: 'w3c';
  file: string;
  lines: number;
  understood: number;
  notUnderstood: NotUnderstoodLine[];
}

export const PASSAGE_KINDS = ['message', 'statement', 'event'] as const;
/** `event` is everything else that is worth reading: items, decisions, proposals, the meeting's own states. */
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** One paragraph of the transcript: the newest text with what became of it. */
export interface PassageView {
  seq: number;
  at: string;
  kind: PassageKind;
  /** Type of the entry it stands for. */
  type: FactType;
  /** Who spoke or wrote, or whom an event is about. */
  speaker: string | null;
  /** Who entered it for the speaker; null where they wrote themselves. */
  recordedBy: string | null;
  item: string | null;
  /** Newest text; null for events and where withdrawn. */
  body: string | null;
  version: number;
  withdrawn: { at: string; reason: string | null } | null;
  replyTo: number | null;
  quote: string | null;
  reactions: { reaction: Reaction; participants: string[] }[];
  /** Numbers of the proposals that came from these words. */
  proposals: number[];
  /** The fact itself, for events. */
  data: FactMap[FactType] | null;
}

/** `GET /api/v1/meetings/:meeting/transcript?speaker&delegation&kind&from&to&after|before|around&limit`. */
export interface TranscriptPage {
  head: number;
  total: number;
  passages: PassageView[];
  /** Seq to hand to `after` for the next page, null at the end; likewise `before`. */
  after: number | null;
  before: number | null;
}
/** `GET /api/v1/meetings/:meeting/transcript/outline`: what a reader can jump to. */
export interface TranscriptOutline {
  meeting: MeetingView;
  room: RoomView;
  /** Each hour (start, ISO UTC) in which something was said, with the first seq and the number of passages. */
  hours: { startsAt: string; seq: number; passages: number }[];
  items: { item: string; seq: number; passages: number }[];
  speakers: { participant: string; messages: number; statements: number }[];
  participants: ParticipantView[];
  delegations: DelegationView[];
  agenda: ItemView[];
  proposals: ProposalView[];
  decisions: DecisionView[];
  passages: number;
}
/** A hit of `GET /api/v1/meetings/:meeting/transcript/search?q&speaker&delegation&kind&from&to&limit`. */
export interface SearchHit {
  seq: number;
  at: string;
  kind: PassageKind;
  speaker: string | null;
  /** Excerpt of the text; `marks` are [from, to) offsets in it (UTF-16 code units). */
  excerpt: string;
  marks: [number, number][];
}
export interface SearchAnswer {
  total: number;
  hits: SearchHit[];
}

/** `GET /api/v1/meetings/:meeting/export.json`; documented by docs/schema/export.schema.json. */
export interface MeetingExport {
  format: 'roundtable.meeting';
  version: 1;
  exportedAt: string;
  meeting: MeetingView;
  rooms: (RoomView & { epoch: number; head: number })[];
  delegations: DelegationView[];
  participants: ParticipantView[];
  items: ItemView[];
  entries: ExportedEntry[];
  floor: FloorRequestView[];
  proposals: ProposalView[];
  decisions: DecisionView[];
}
export interface ExportedEntry {
  room: string;
  seq: number;
  at: string;
  type: FactType;
  actor: string | null;
  clientId: string | null;
  item: string | null;
  segment: string | null;
  target: number | null;
  data: FactMap[FactType];
}

/** `POST /api/v1/imports/w3c/preview` (multipart, field `files`): nothing is stored. */
export interface W3cImportPreview {
  files: {
    file: string;
    title: string;
    date: string | null;
    lines: number;
    understood: number;
    notUnderstood: NotUnderstoodLine[];
    speakers: { key: string; nicks: string[]; name: string; statements: number }[];
    topics: string[];
    proposals: number;
    decisions: number;
    /** Meeting that this very file became before. */
    importedAs: string | null;
    /** Set where the file is not a log. */
    problem: { code: string; message: string } | null;
  }[];
}
/** Names chosen for speakers in the preview, by file and key. */
export interface W3cImportRequest {
  speakers: Record<string, Record<string, string>>;
}
export interface W3cImportResult {
  files: {
    file: string;
    meeting: string | null;
    duplicate: boolean;
    problem: { code: string; message: string } | null;
  }[];
}
/** One line of the report of `roundtable import w3c --json`. */
export interface ImportReport {
  files: {
    file: string;
    meeting: string | null;
    lines: number;
    understood: number;
    notUnderstood: NotUnderstoodLine[];
    speakers: number;
    proposals: number;
    decisions: number;
    /** Statements that published minutes beside the log attribute to a person, and how many agree; null without minutes. */
    published: number | null;
    agreeing: number | null;
  }[];
}
