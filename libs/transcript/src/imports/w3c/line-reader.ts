import type { NotUnderstoodLine } from '@roundtable/contracts';
import { inParts, isEndOfPart, type WorkInParts } from '../work-in-parts.js';
import { isBot, isServerNotice, isTranscriber, renamedTo } from './bots.js';
import { readStamp, type Stamp } from './clock.js';
import { notUnderstood } from './not-understood.js';

/** One utterance of the log before anything is understood: who, when, which words. */
export interface SourceLine {
  /** One-based numbers of the physical lines it was read from. */
  numbers: number[];
  stamp: Stamp | undefined;
  nick: string;
  text: string;
  /** `say` is a person, `me` a person's `/me`, `voice` a machine transcript of a person, `bot` a robot. */
  kind: 'say' | 'me' | 'voice' | 'bot';
}

/** The log cut into utterances, with what the server said about nicks and what could not be cut. */
export interface ReadLog {
  lines: SourceLine[];
  renames: { from: string; to: string }[];
  /** Lines that carry words but belong to nobody, because nobody spoke before them. */
  orphans: NotUnderstoodLine[];
}

const BRACKETED = /^\s*\[([^\]]{3,40})\]\s*(.*)$/s;
const PLAIN = /^\s*((?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?[ap]m)?Z?)\s+(.*)$/is;
const SAID = /^<([ @+%&~]?[^<>]{0,200})>\s?(.*)$/s;
const DID = /^(?:\*|•|·|-!-)\s+(\S+)(?:\s+(.*))?$/s;
const VOICE_HEADING = /^-\s+(\S.{0,80})$/;
const STARTS_ANEW =
  /^(proposal|proposed|resolution|resolved|action|topic|subtopic|agenda|scribe(nick)?)\s*\d*\s*:/i;

/** Cuts a log's text into utterances; understands the time and nick styles of the usual IRC loggers. */
export function* readLines(text: string): WorkInParts<ReadLog> {
  const read: ReadLog = { lines: [], renames: [], orphans: [] };
  const physical = yield* cut(text.replace(/^\uFEFF/, ''));
  const nicks = yield* stampedNicks(physical);
  let heading: SourceLine | undefined;
  yield* inParts(physical, (raw, index) => {
    const number = index + 1;
    if (raw.trim() === '') {
      return;
    }
    const { stamp, rest } = splitStamp(raw);
    const voice = stamp && VOICE_HEADING.exec(rest);
    if (voice) {
      heading = { numbers: [number], stamp: undefined, nick: voice[1].trim(), text: '', kind: 'voice' };
      return;
    }
    const utterance = readUtterance(rest, stamp, number, read, nicks);
    if (utterance === 'notice') {
      heading = undefined;
    } else if (utterance) {
      heading = undefined;
      read.lines.push(utterance);
    } else if (heading) {
      read.lines.push({
        ...heading,
        numbers: heading.text ? [number] : [...heading.numbers, number],
        text: raw.trim(),
      });
      heading = { ...heading, text: raw };
    } else if (stamp) {
      read.orphans.push(notUnderstood(number, rest, 'no_nick'));
    } else {
      appendWrapped(read, raw, number);
    }
  });
  return read;
}

function* cut(text: string): WorkInParts<string[]> {
  const lines: string[] = [];
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push(text.slice(from, index));
    from = index + end.length;
    if (isEndOfPart(lines.length)) yield;
  }
  lines.push(text.slice(from));
  return lines;
}

function splitStamp(raw: string): { stamp: Stamp | undefined; rest: string } {
  const match = BRACKETED.exec(raw) ?? PLAIN.exec(raw);
  const stamp = match ? readStamp(match[1].trim()) : undefined;
  return match && stamp ? { stamp, rest: match[2] } : { stamp: undefined, rest: raw.trimStart() };
}

/** Who speaks in lines that carry a time: only they, or anybody in a log without times, may speak without one. */
function* stampedNicks(physical: string[]): WorkInParts<Set<string>> {
  const nicks = new Set<string>();
  yield* inParts(physical, (raw) => {
    const { stamp, rest } = splitStamp(raw);
    const said = stamp && SAID.exec(rest);
    if (said) {
      nicks.add(said[1]);
    }
  });
  return nicks;
}

function readUtterance(
  rest: string,
  stamp: Stamp | undefined,
  number: number,
  read: ReadLog,
  nicks: Set<string>,
): SourceLine | 'notice' | undefined {
  const said = SAID.exec(rest);
  if (
    said &&
    (stamp || nicks.has(said[1]) || (nicks.size === 0 && /^[ @+%&~]?[^\s"'=/<>]+$/.test(said[1])))
  ) {
    return fromSaid(said[1].replace(/^[ @+%&~]/, '').trim(), (said[2] ?? '').trim(), stamp, number, read);
  }
  const did = stamp || nicks.size === 0 ? DID.exec(rest) : null;
  if (did) {
    return fromDid(did[1], (did[2] ?? '').trim(), stamp, number, read);
  }
  return isNotice(rest, stamp, read) ? 'notice' : undefined;
}

function fromSaid(
  nick: string,
  text: string,
  stamp: Stamp | undefined,
  number: number,
  read: ReadLog,
): SourceLine | 'notice' {
  if (nick !== '' && text.startsWith(`${nick} `) && isServerNotice(text.slice(nick.length))) {
    noteRename(nick, text.slice(nick.length), read);
    return 'notice';
  }
  const line = { numbers: [number], stamp, nick: nick === '' ? 'unknown' : nick, text };
  if (text.startsWith('/me ')) {
    return { ...line, text: text.slice(4).trim(), kind: 'me' };
  }
  if (isTranscriber(nick)) {
    return splitVoice(line);
  }
  return { ...line, kind: isBot(nick) ? 'bot' : 'say' };
}

/** A transcriber's line is the words of the person it names; without a name it is a robot's own line. */
function splitVoice(line: Omit<SourceLine, 'kind'>): SourceLine {
  const match = /^([^:]{1,120}):(?!\/\/)\s*(.*)$/s.exec(line.text);
  if (!match || STARTS_ANEW.test(line.text) || /^(meeting|chair|date|present)$/i.test(match[1])) {
    return { ...line, kind: 'bot' };
  }
  return { ...line, nick: match[1].trim(), text: match[2].trim(), kind: 'voice' };
}

function fromDid(
  nick: string,
  text: string,
  stamp: Stamp | undefined,
  number: number,
  read: ReadLog,
): SourceLine | 'notice' {
  const words = text.replace(/^\[[^\]]*\]\s+(?=has |is )/, '');
  if (isServerNotice(words)) {
    noteRename(nick, words, read);
    return 'notice';
  }
  return { numbers: [number], stamp, nick, text, kind: isBot(nick) ? 'bot' : 'me' };
}

/** A bare `nick left the chat room.` or `Topic changed to ...`, as graphical clients print it. */
function isNotice(rest: string, stamp: Stamp | undefined, read: ReadLog): boolean {
  if (stamp && /^Topic changed to /.test(rest)) {
    return true;
  }
  const match = /^([^\p{L}\p{N}\s]{2,4}\s+)?(\S+)\s+(.+)$/su.exec(rest.trim());
  const words = match?.[3].replace(/^[([][^)\]]*[)\]]\s+/, '') ?? '';
  const arrow = match?.[1] !== undefined && /^(has )?(joined|left|quit|parted)\b/.test(words);
  if (!match || !(arrow || isServerNotice(words))) {
    return false;
  }
  noteRename(match[2], words.replace(/\.$/, ''), read);
  return true;
}

function noteRename(from: string, words: string, read: ReadLog): void {
  const to = renamedTo(words);
  if (to) {
    read.renames.push({ from, to });
  }
}

/** A line without time and nick belongs to the message before it, unless it opens a convention of its own. */
function appendWrapped(read: ReadLog, raw: string, number: number): void {
  const last = read.lines.at(-1);
  if (!last) {
    read.orphans.push(notUnderstood(number, raw.trim(), 'nobody_before'));
  } else if (STARTS_ANEW.test(raw.trim())) {
    read.lines.push({ ...last, numbers: [number], text: raw.trim() });
  } else {
    last.numbers.push(number);
    last.text = `${last.text}\n${raw.trimEnd()}`;
  }
}
