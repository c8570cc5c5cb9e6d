import type { PollVerdict } from './polls.js';
import type { ProposalSource } from './proposals.js';

export const SET_STATES = ['draft', 'adopted'] as const;
export type SetState = (typeof SET_STATES)[number];

/** Who adopted, when and why; `by` null where the server did (silence procedure). */
export interface Adoption {
  by: string | null;
  at: string;
  reason: string | null;
}
/** Adoption of a whole text: of this version, whose hash is kept with it. */
export interface TextAdoption extends Adoption {
  version: number;
  sha256: string;
}

/** A delegation's reservation. It may be entered by the delegation or for it by the secretary (`by`). */
export interface ReservationView {
  id: string;
  delegation: string;
  text: string;
  by: string | null;
  at: string;
}

/** What a decided poll on the proposal said, in weights by meaning; null where numbers would name people. */
export interface PollSupport {
  poll: string;
  number: number;
  verdict: PollVerdict;
  votes: { for: string; against: string; abstain: string } | null;
}
/** Support as it stood when the line was drafted or brought up to date: people by position, delegations by their people. */
export interface LineSupport {
  for: number;
  neutral: number;
  against: number;
  /** Delegations all of whose people with a position are for; likewise against. By id. */
  delegationsFor: string[];
  delegationsAgainst: string[];
  poll: PollSupport | null;
}

/** One line of the set of proposals. Title and text are the proposal's at `proposalVersion` and never follow it silently. */
export interface SetLineView {
  id: string;
  proposal: string;
  /** The proposal's number. */
  number: number;
  proposalVersion: number;
  focusArea: string | null;
  title: string;
  /** Markdown. */
  text: string;
  responsible: string | null;
  timeline: string | null;
  support: LineSupport;
  /** In the order they were entered. */
  reservations: ReservationView[];
  /** Where the words came from; they are rendered through the proposal. */
  sources: ProposalSource[];
  adoption: Adoption | null;
}

/** The meeting's outcome as one object; its lines travel beside it. Every change is a version. */
export interface SetView {
  id: string;
  title: string;
  state: SetState;
  version: number;
  /** SHA-256 of the canonical JSON (RFC 8785) of `{title, lines}`, hex. */
  sha256: string;
  /** Ids of the lines, in order. */
  lines: string[];
  adoption: TextAdoption | null;
  createdBy: string | null;
  createdAt: string;
  changedAt: string;
}
/** Data of every fact about the set: the set, the lines that changed, and those that are gone. */
export interface SetChanged {
  set: SetView;
  lines: SetLineView[];
  removed: string[];
}

/** A version of the set as the record has it: `GET /api/v1/meetings/:meeting/set/versions`. */
export interface SetVersionView {
  version: number;
  sha256: string;
  seq: number;
  at: string;
  by: string | null;
  act: string;
}

interface RoomIntent {
  v: number;
  room: string;
  clientId: string;
}
/** A change made on a version of the set. */
interface SetIntent extends RoomIntent {
  version: number;
}
export interface DraftSet extends RoomIntent {
  title: string;
  /** In order; all adopted proposals by number where left out. */
  proposals?: string[];
}
/** What is left out stays as it is. `order` names every line that is left, once. */
export interface ArrangeSet extends SetIntent {
  title?: string;
  /** Proposals that get a line at the end. */
  add?: string[];
  /** Lines that go. */
  remove?: string[];
  order?: string[];
}
export interface ChangeLine extends SetIntent {
  line: string;
  focusArea?: string | null;
  responsible?: string | null;
  timeline?: string | null;
}
/** Takes the proposal's newest title, text and support. */
export interface RefreshLine extends SetIntent {
  line: string;
}
export interface AdoptSet extends SetIntent {
  /** Some lines; the whole set where left out. */
  lines?: string[] | null;
  reason?: string | null;
}
export interface Reserve extends RoomIntent {
  line: string;
  /** One's own where left out. */
  delegation?: string | null;
  text: string;
}
export interface WithdrawReservation extends RoomIntent {
  line: string;
  reservation: string;
}

export const COMMUNIQUE_STATES = ['draft', 'circulated', 'adopted'] as const;
export type CommuniqueState = (typeof COMMUNIQUE_STATES)[number];

/**
 * A paragraph of the communique. In its text `[words]` are not agreed yet, and `[words || other words]` are
 * alternatives A, B ...; a backslash takes the meaning from the sign after it.
 */
export interface CommuniquePart {
  id: string;
  text: string;
  /** The line of the set that it was taken from. */
  line: string | null;
  /** Footnotes, in the order they were entered. */
  reservations: ReservationView[];
}
/** A silence procedure: adopted at `until` unless a delegation objects before. */
export interface CirculationView {
  from: string;
  until: string;
  /** When members are reminded by mail; null where it is too short for that. */
  remindAt: string | null;
  by: string | null;
}
export interface ObjectionView {
  id: string;
  delegation: string;
  reason: string;
  by: string | null;
  at: string;
}
/** The communique whole; facts carry it so. Every change is a version. */
export interface CommuniqueView {
  id: string;
  title: string;
  state: CommuniqueState;
  version: number;
  /** SHA-256 of the canonical JSON (RFC 8785) of `{title, parts}`, hex. */
  sha256: string;
  parts: CommuniquePart[];
  /** While it is circulated, and after it was adopted by silence. */
  circulation: CirculationView | null;
  /** Each broke a silence procedure. */
  objections: ObjectionView[];
  /** `by` null where nobody objected in time. */
  adoption: TextAdoption | null;
  createdBy: string | null;
  createdAt: string;
  changedAt: string;
}
/** Data of every fact about the communique but resolutions. */
export interface CommuniqueChanged {
  communique: CommuniqueView;
}
/** Data of `publications.communique_resolved`: what stood in the bracket, what stands there now, and why. */
export interface BracketResolved extends CommuniqueChanged {
  part: string;
  was: string;
  became: string;
  reason: string | null;
}

/**
 * Finds the reservation that was entered at one moment, such as that of a `publications.communique_reserved`, and the place
 * of its paragraph from 1. Null where one was taken back then.
 */
export function reservationEntered(
  { parts }: CommuniqueView,
  at: string,
): { paragraph: number; reservation: ReservationView } | null {
  const entered = parts.flatMap(({ reservations }, index) =>
    reservations.map((reservation) => ({ paragraph: index + 1, reservation })),
  );
  return entered.find(({ reservation }) => reservation.at === at) ?? null;
}

/** A change made on a version of the communique. */
interface CommuniqueIntent extends RoomIntent {
  version: number;
}
export interface DraftCommunique extends RoomIntent {
  title: string;
  /** Lines of the set, a paragraph each (several of a long one), in order; none for an empty text. */
  lines: string[];
}
/** Title and paragraphs whole: those with an id keep their reservations, the others are new. */
export interface ChangeCommunique extends CommuniqueIntent {
  title: string;
  parts: { id?: string | null; text: string }[];
}
export interface ResolveBracket extends CommuniqueIntent {
  part: string;
  /** Which bracket of the paragraph, from 0, and what stands in it: both must agree. */
  bracket: number;
  words: string;
  /** What stands there from now on, agreed; empty where the words go. A paragraph of which nothing is left goes as well. */
  became: string;
  reason?: string | null;
}
export interface ReserveOnCommunique extends RoomIntent {
  part: string;
  delegation?: string | null;
  text: string;
}
export interface WithdrawCommuniqueReservation extends RoomIntent {
  part: string;
  reservation: string;
}
export interface AdoptCommunique extends CommuniqueIntent {
  reason?: string | null;
}
export interface Circulate extends CommuniqueIntent {
  /** ISO UTC. */
  until: string;
}
export interface Objection extends RoomIntent {
  delegation?: string | null;
  reason: string;
}
