import type { DocumentPerson, PresenceView } from '@roundtable/contracts';

/** "The record of this room has come so far." All that other nodes ever hear of an entry. */
export interface HeadNudge {
  room: string;
  seq: number;
  epoch: number;
}

/** "Ask whether this login is over." */
export interface LoginNudge {
  login: string;
}

/** Who came to and left a room on one node, or, answering `PresenceQuestion`, everybody who is there. */
export interface PresenceNudge {
  node: string;
  room: string;
  joined: PresenceView[];
  left: string[];
  /** How many are there now, on that node: who counts differently asks. */
  count: number;
  isComplete: boolean;
}

/** "Who has this room open on your node?" */
export interface PresenceQuestion {
  node: string;
  room: string;
}

/** Somebody types in a room, or has stopped. The receiver forgets it after `typingExpiryMs`. */
export interface TypingNudge {
  node: string;
  room: string;
  participant: string;
  on: boolean;
}

/** "A document of this room has come so far." Its words are read from Postgres. */
export interface DocumentNudge {
  room: string;
  proposal: string;
  seq: number;
}

/** Where people on one node are in a document. The receiver forgets it after `documentPointExpiryMs`. */
export interface PointNudge {
  node: string;
  room: string;
  proposal: string;
  people: DocumentPerson[];
}

/** What the nodes of one installation tell each other, by subject. */
export interface NudgesBySubject {
  head: HeadNudge;
  login: LoginNudge;
  presence: PresenceNudge;
  who: PresenceQuestion;
  typing: TypingNudge;
  document: DocumentNudge;
  point: PointNudge;
}

export type NudgeSubject = keyof NudgesBySubject;
export type NudgeListener<S extends NudgeSubject> = (nudge: NudgesBySubject[S]) => void;

/** `off` where there is nobody to tell. */
export type NudgesState = 'off' | 'up' | 'down';

/** What became of nudges since the start. */
export interface NudgeCounts {
  sent: number;
  /** Not sent or not answered: Redis was away, hung or busy. */
  lost: number;
  received: number;
  /** Received, and no nudge of ours. */
  malformed: number;
}

/**
 * Tells the other nodes that something is worth looking at. Never more than a hint: a nudge that is lost, late, doubled
 * or forged does no harm, since what it points at is read from Postgres and swept every two seconds anyhow.
 */
export abstract class Nudges {
  /** Distinguishes this process from the others. */
  abstract readonly node: string;
  abstract readonly counts: Readonly<NudgeCounts>;
  /** Sends soon, or not at all. Never waits and never throws. */
  abstract send<S extends NudgeSubject>(subject: S, nudge: NudgesBySubject[S]): void;
  /** Listens for as long as the process runs. */
  abstract on<S extends NudgeSubject>(subject: S, listener: NudgeListener<S>): void;
  /** Calls back whenever the line is there again after it was not: what was missed meanwhile is unknown. */
  abstract onReturn(listener: () => void): void;
  /** How the line is now; answers within half a second. */
  abstract check(): Promise<NudgesState>;
}
