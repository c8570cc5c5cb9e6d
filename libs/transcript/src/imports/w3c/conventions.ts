import { readBallots, type Ballot } from './ballots.js';
import type { MeetingRole } from './parsed-log.js';

/** A line recognised by its form alone, before anybody asks who wrote it or who is meant. */
export type Convention =
  | { type: 'header'; field: string; value: string }
  | { type: 'topic'; sub: boolean; title: string }
  | { type: 'attendance'; list: 'present' | 'regrets'; change: 'set' | 'add' | 'remove'; names: string[] }
  | { type: 'role'; role: MeetingRole; change: 'set' | 'add' | 'remove'; names: string[]; realName?: string }
  | { type: 'proposal'; text: string; number?: string }
  | { type: 'decision'; text: string }
  | { type: 'action'; text: string; owner?: string }
  | { type: 'position'; ballots: Ballot[] }
  | { type: 'link'; url: string; caption: string }
  | { type: 'continuation'; text: string }
  | { type: 'agenda' }
  | { type: 'identity'; nick: string; name: string };

const HEADER =
  /^(meeting|agenda|date|group|previous meeting|next meeting|slideset|recording|namedanchorhere|scribeoptions|audio|total present)\s*:\s*(.*)$/is;
const TOPIC = /^(sub-?)?topic\s*:\s*(.*)$/is;
const ATTENDANCE = /^(present|regrets)\s*([:+-])\s*(.*)$/is;
const ROLE = /^(scribenick|scribe|chairs?)\s*([:+-])\s*(.*)$/is;
const PROPOSAL = /^prop(?:os|s)(?:al|ed)\s*#?(\d+[a-z]?)?\s*:\s*(.*)$/is;
const DECISION = /^res(?:olved|olution)\s*#?\d*\s*:\s*(.*)$/is;
const ACTION = /^action(?!\s+items?\b)(?:\s*:\s*|\s+(?=[\p{L}][\p{L}\d_.-]*\s*(?::|to\s)))(.*)$/isu;
const ACTION_OWNER = /^([\p{L}][\p{L}\d_.@' -]{0,40}?)\s*(?::|,|\bto\b)\s*/u;
const LINK = /^(?:-{1,2}>\s*)?((?:https?|ftp):\/\/\S+)(?:\s+(?:->|-->)?\s*(.*))?$/is;
const CONTINUATION = /^(?:\.\.\.+|…)\s*(.*)$/s;
const AGENDA =
  /^(agenda\s*[+?=-]|agendum\s+\d|(take up|open|close|skip|drop|move to) (item|agendum|agenda)\b|next (item|agendum)\b)/i;
const IDENTITY = /^([^\s:]{2,40})\s+(?:is|=)\s+(\p{Lu}[\p{L}'.-]+(?:[ _]\p{Lu}[\p{L}'.-]*){1,3})\s*\.?$/u;

/**
 * Recognises the W3C conventions for minutes (scribe.perl's manual, Zakim's and RRSAgent's guides).
 * Returns undefined for ordinary words.
 */
export function recogniseConvention(text: string): Convention | undefined {
  return (
    readHeading(text) ??
    readPeople(text) ??
    readPosition(text) ??
    readOutcome(text) ??
    readPlain(text) ??
    readIdentity(text)
  );
}

/** Splits a list of names at commas and `and`; brackets and links around it fall away. */
export function splitNames(list: string): string[] {
  return list
    .split(/\s*(?:,|;|\band\b)\s*/i)
    .map((name) => name.replace(/\s*=.*$/, '').trim())
    .filter((name) => name !== '' && /\p{L}|\*/u.test(name));
}

function readHeading(text: string): Convention | undefined {
  const topic = TOPIC.exec(text);
  if (topic) {
    return { type: 'topic', sub: topic[1] !== undefined, title: topic[2].trim() };
  }
  const header = HEADER.exec(text);
  if (header) {
    return { type: 'header', field: header[1].toLowerCase(), value: header[2].trim() };
  }
  return AGENDA.test(text) ? { type: 'agenda' } : undefined;
}

function readPeople(text: string): Convention | undefined {
  const attendance = ATTENDANCE.exec(text);
  if (attendance) {
    const list = attendance[1].toLowerCase() === 'present' ? 'present' : 'regrets';
    return { type: 'attendance', list, change: changeOf(attendance[2]), names: splitNames(attendance[3]) };
  }
  const role = ROLE.exec(text);
  if (!role) {
    return undefined;
  }
  const realName = /=\s*(.+)$/.exec(role[3])?.[1]?.trim();
  const names = splitNames(role[3]);
  const plausible = names.every((name) => name.split(/\s+/).length <= 4);
  return plausible
    ? {
        type: 'role',
        role: /^scribe/i.test(role[1]) ? 'scribe' : 'chair',
        change: changeOf(role[2]),
        names,
        realName,
      }
    : undefined;
}

function readOutcome(text: string): Convention | undefined {
  const decision = DECISION.exec(text);
  if (decision) {
    return { type: 'decision', text: decision[1].trim() };
  }
  const proposal = PROPOSAL.exec(text);
  if (proposal) {
    const number = proposal[1] === undefined ? {} : { number: proposal[1] };
    return { type: 'proposal', text: proposal[2].trim(), ...number };
  }
  const action = ACTION.exec(text);
  if (!action || action[1].trim() === '') {
    return undefined;
  }
  return { type: 'action', text: action[1].trim(), owner: ACTION_OWNER.exec(action[1])?.[1]?.trim() };
}

function readPosition(text: string): Convention | undefined {
  const ballots = readBallots(text);
  return ballots.length > 0 ? { type: 'position', ballots } : undefined;
}

function readPlain(text: string): Convention | undefined {
  const link = LINK.exec(text);
  if (link) {
    return { type: 'link', url: link[1], caption: (link[2] ?? '').trim() };
  }
  const continuation = CONTINUATION.exec(text);
  return continuation ? { type: 'continuation', text: continuation[1].trim() } : undefined;
}

function readIdentity(text: string): Convention | undefined {
  const match = IDENTITY.exec(text);
  return match ? { type: 'identity', nick: match[1], name: match[2] } : undefined;
}

function changeOf(sign: string): 'set' | 'add' | 'remove' {
  return sign === '+' ? 'add' : sign === '-' ? 'remove' : 'set';
}
