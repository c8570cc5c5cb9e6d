import type { NotUnderstoodLine } from '@roundtable/contracts';
import type { Ballot } from './ballots.js';

/**
 * What the parser of W3C/IRC meeting logs hands to the import: plain data, no classes, safe to store as JSON.
 * Every line a person typed (or that a transcriber wrote down as said by a person) is the source of exactly one
 * event, or of one entry in `notUnderstood`; `lines` counts them.
 */

/** Names a person within one parsed log; stable for the same file, meaningless in another. */
export type PersonKey = string;

/** Whether a person was recorded as attending, as having sent regrets, or neither. */
export type Attendance = 'present' | 'regrets' | 'none';

/** A function in the meeting that the log hands out. */
export type MeetingRole = 'chair' | 'scribe';

/** One participant, with every nick under which the log knows them. */
export interface ParsedPerson {
  key: PersonKey;
  nicks: string[];
  displayName: string;
  attendance: Attendance;
  roles: MeetingRole[];
}

/** The meeting as its log describes it; times are ISO 8601 with milliseconds in UTC. */
export interface ParsedMeeting {
  title: string;
  /** ISO calendar day of the first line. */
  date: string;
  start: string;
  end: string;
  /** False when the log has clock times without a zone, which are then read as UTC. */
  zoneKnown: boolean;
  group?: string;
  agendaUrl?: string;
  chairs: PersonKey[];
  scribes: PersonKey[];
}

interface EventBase {
  /** When the line was written. */
  at: string;
  /** One-based numbers of the source lines, more than one when a message was wrapped. */
  lines: number[];
  /** Who wrote the line; null for a bot's line that changes the meeting (a topic taken up). */
  by: PersonKey | null;
  /** The line as the writer typed it, label, keyword and dots included, before any correction. */
  raw: string;
  /** The words as they stand after corrections, without speaker label and continuation dots. */
  text: string;
  /** The words as first written, present only when a correction changed them. */
  original?: string;
  /** True when the line was put in afterwards by `i/place/line/`. */
  inserted?: true;
}

/** A new heading of the meeting. */
export interface TopicEvent extends EventBase {
  kind: 'topic' | 'subtopic';
  title: string;
}

/** Words spoken aloud by `speaker`, written down by `by` (the scribe, a helper, or nobody when transcribed by machine). */
export interface StatementEvent extends EventBase {
  kind: 'statement';
  speaker: PersonKey;
  /** `scribe` is appointed, `assist` is another participant writing down, `machine` is an automatic transcript. */
  source: 'scribe' | 'assist' | 'machine';
  /** Index of the statement this one continues (`... more`). */
  continues?: number;
  /** Set where the words are an opinion, as in `Rita: +1`. */
  positions?: TakenPosition[];
}

/** Words typed in the chat by `by`. */
export interface MessageEvent extends EventBase {
  kind: 'message';
  /** True for a `/me` line. */
  action?: true;
}

/** A line of the scribe that names no speaker. */
export interface SummaryEvent extends EventBase {
  kind: 'summary';
  continues?: number;
}

/** A hand raised; `who` is the person who wants the floor, often the writer. */
export interface FloorRequestEvent extends EventBase {
  kind: 'floorRequest';
  who: PersonKey;
  note: string;
  /** True for `qq+`: a direct reply, in front of the queue. */
  reply?: true;
}

/** A hand lowered. */
export interface FloorWithdrawnEvent extends EventBase {
  kind: 'floorWithdrawn';
  who: PersonKey;
}

/** The floor given to somebody; null when the name is unknown or `ack next` was written. */
export interface FloorGrantedEvent extends EventBase {
  kind: 'floorGranted';
  to: PersonKey | null;
}

/** People declared present, absent with regrets, or struck from the list. */
export interface AttendanceEvent extends EventBase {
  kind: 'attendance';
  who: PersonKey[];
  attendance: Attendance;
}

/** Chair or scribe appointed (`set` replaces all earlier ones) or relieved. */
export interface RoleChangeEvent extends EventBase {
  kind: 'roleChange';
  role: MeetingRole;
  change: 'set' | 'add' | 'remove';
  who: PersonKey[];
}

/** A text put to the meeting for decision; `decidedBy` is the index of the decision that answers it. */
export interface ProposalEvent extends EventBase {
  kind: 'proposal';
  /** The number it was given in the log: `2`, `4b`. */
  number?: string;
  decidedBy?: number;
}

/** A graded opinion; `onProposal` is the index of the proposal it answers, absent where it answers none. */
export interface TakenPosition extends Ballot {
  onProposal?: number;
  /** Whose words it agrees with, as in `+1 Rita`: then it answers no proposal. */
  agreesWith?: PersonKey;
}

/** A line that is nothing but opinions; `of` is whose they are where the writer passes on somebody else's. */
export interface PositionEvent extends EventBase {
  kind: 'position';
  positions: TakenPosition[];
  of?: PersonKey;
}

/** A resolution; `proposal` is the index of the proposal whose text it adopts. */
export interface DecisionEvent extends EventBase {
  kind: 'decision';
  proposal?: number;
}

/** A task taken on; `owner` is the name as written, `ownerKey` the person when known. */
export interface ActionEvent extends EventBase {
  kind: 'action';
  owner?: string;
  ownerKey?: PersonKey;
}

/** A correction; `targets` are the indexes of the events it changed (none when it hit a bot's line or nothing). */
export interface CorrectionEvent extends EventBase {
  kind: 'correction';
  targets: number[];
  old: string;
  new: string;
  /** True where all the old words of a line are replaced, not only the first. */
  everywhere: boolean;
  /** False when no earlier line contains the old words: the correction stays visible. */
  ok: boolean;
}

/** A line that is only an address, with its caption if one was given. */
export interface LinkEvent extends EventBase {
  kind: 'link';
  url: string;
  caption: string;
}

/** The agenda changed, was asked for or was pointed to. */
export interface AgendaEvent extends EventBase {
  kind: 'agenda';
}

/** A person's command to a bot, a question about the queue, or a header line of the minutes. */
export interface ProceduralEvent extends EventBase {
  kind: 'procedural';
}

/** One thing that happened, in the order of the log. */
export type ParsedEvent =
  | TopicEvent
  | StatementEvent
  | MessageEvent
  | SummaryEvent
  | FloorRequestEvent
  | FloorWithdrawnEvent
  | FloorGrantedEvent
  | AttendanceEvent
  | RoleChangeEvent
  | ProposalEvent
  | PositionEvent
  | DecisionEvent
  | ActionEvent
  | CorrectionEvent
  | LinkEvent
  | AgendaEvent
  | ProceduralEvent;

/** A whole meeting log, read. */
export interface ParsedLog {
  meeting: ParsedMeeting;
  people: ParsedPerson[];
  /** How many lines people wrote, bots and server notices not counted. */
  lines: number;
  events: ParsedEvent[];
  notUnderstood: NotUnderstoodLine[];
}

/** A list of known people as groups keep beside their minutes: real name to nicks. */
export type KnownPeople = Record<string, { alias?: string[] }>;

/** What the caller knows about the file besides its text. */
export interface ParseOptions {
  /** Path or name of the file; a day in it (`2020-10-27/irc.log`) dates the meeting when the text does not. */
  fileName: string;
  /** ISO day, when the caller knows better than file name and text. */
  date?: string;
  /** Name of the group, when the caller knows it. */
  group?: string;
  people?: KnownPeople;
}

/** Why a file is refused as a whole. */
export type LogRefusal = 'not_a_log' | 'log_undated';

/** Either the log, or one coded reason with a sentence that says what to do. */
export type ParseResult = { ok: true; log: ParsedLog } | { ok: false; code: LogRefusal; sentence: string };
