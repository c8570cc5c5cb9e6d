import type { NotUnderstoodLine } from '@roundtable/contracts';
import { atOnce, inParts, type WorkInParts } from '../work-in-parts.js';
import { LogClock } from './clock.js';
import { applyCorrections, type CorrectedLine } from './corrections.js';
import { linkDecisionChains } from './decision-chains.js';
import { EventBuilder } from './event-builder.js';
import { readLines, type ReadLog, type SourceLine } from './line-reader.js';
import { dateMeeting, describeMeeting } from './meeting-header.js';
import { notUnderstood } from './not-understood.js';
import { surveyPeople, splitLabel } from './people-survey.js';
import type { PeopleDirectory } from './people-directory.js';
import { summarisePeople } from './people-summary.js';
import type { ParsedEvent, ParsedLog, ParseOptions, ParseResult, PersonKey } from './parsed-log.js';

const NOT_A_LOG =
  'This file is not a meeting log: no line has the form "time <nick> words". Choose the irc.log or text file of the meeting.';
const UNDATED =
  'This log does not say on which day the meeting was: give the date, or name the file with it (2020-10-27).';

/**
 * Reads a W3C/IRC meeting log into people and events. Pure and total: any text whatever gives a result, and every
 * line a person wrote is either an event or listed as not understood.
 */
export function parseW3cLog(text: string, options: ParseOptions): ParseResult {
  return atOnce(parseW3cLogInParts(text, options));
}

/** `parseW3cLog` for a process that others wait for meanwhile. */
export function* parseW3cLogInParts(text: string, options: ParseOptions): WorkInParts<ParseResult> {
  // Where a machine went down, its logs have empty bytes; no database keeps them as text.
  const read =
    looksBinary(text) || looksLikeMarkup(text)
      ? { lines: [], renames: [], orphans: [] }
      : yield* readLines(text.replaceAll('\u0000', ''));
  if (!read.lines.some((line) => line.kind !== 'bot')) {
    return { ok: false, code: 'not_a_log', sentence: NOT_A_LOG };
  }
  const date = dateMeeting(read, options);
  return date
    ? { ok: true, log: yield* parseRead(read, date, options) }
    : { ok: false, code: 'log_undated', sentence: UNDATED };
}

function* parseRead(read: ReadLog, date: string, options: ParseOptions): WorkInParts<ParsedLog> {
  const people = yield* surveyPeople(read, options.people);
  const { events, wordless } = yield* buildEvents(read, date, people);
  yield* linkDecisionChains(events);
  const summary = summarisePeople(people, events);
  return {
    meeting: yield* describeMeeting(read, events, summary, date, options),
    people: summary,
    lines: countHumanLines(read),
    events,
    notUnderstood: [...read.orphans, ...wordless].sort((a, b) => a.line - b.line),
  };
}

function* buildEvents(
  read: ReadLog,
  date: string,
  people: PeopleDirectory,
): WorkInParts<{ events: ParsedEvent[]; wordless: NotUnderstoodLine[] }> {
  const clock = new LogClock(date);
  const builder = new EventBuilder(people, yield* presumeScribe(read, people));
  const events: ParsedEvent[] = [];
  const wordless: NotUnderstoodLine[] = [];
  const indexOf = new Map<CorrectedLine, number>();
  const lines = yield* applyCorrections(read.lines);
  yield* inParts(lines, (line) => {
    const at = new Date(clock.instantOf(line.stamp)).toISOString();
    if (line.kind === 'bot') {
      events.push(...fromBot(line, at));
      return;
    }
    if (line.text === '' && line.original === undefined) {
      wordless.push(notUnderstood(line.numbers[0], '', 'no_words'));
      return;
    }
    const base = {
      at,
      lines: line.numbers,
      by: people.keyOfNick(line.nick) ?? null,
      raw: line.original ?? line.text,
      text: line.text,
      ...(line.original === undefined ? {} : { original: line.original }),
      ...(line.inserted ? { inserted: true as const } : {}),
    };
    indexOf.set(line, events.length);
    events.push(builder.build(line, base, events.length));
  });
  pointCorrections(lines, events, indexOf);
  return { events, wordless };
}

/** Zakim announcing that an item is taken up is a heading, whoever asked for it. */
function fromBot(line: CorrectedLine, at: string): ParsedEvent[] {
  const match = /^agendum \d+\s*(?:--\s*(.*?)\s*--|\.\s*"(.*)")\s*taken up\b/s.exec(line.text);
  const title = match?.[1] ?? match?.[2];
  return title
    ? [{ kind: 'topic', at, lines: line.numbers, by: null, raw: line.text, text: title, title }]
    : [];
}

function pointCorrections(
  lines: CorrectedLine[],
  events: ParsedEvent[],
  indexOf: Map<CorrectedLine, number>,
): void {
  for (const line of lines) {
    const event = line.correction && events[indexOf.get(line) ?? -1];
    if (line.correction && event?.kind === 'correction') {
      event.targets = line.correction.targets
        .map((target) => indexOf.get(target) ?? -1)
        .filter((index) => index >= 0);
    }
  }
}

/** A log that appoints no scribe was scribed by whoever wrote down most of what others said. */
function* presumeScribe(read: ReadLog, people: PeopleDirectory): WorkInParts<PersonKey | undefined> {
  const written = new Map<PersonKey, number>();
  const said = read.lines.filter(({ kind }) => kind === 'say');
  yield* inParts(said, (line) => {
    const label = splitLabel(line.text);
    const by = people.keyOfNick(line.nick);
    if (by !== undefined && label && people.find(label.label) !== undefined) {
      written.set(by, (written.get(by) ?? 0) + 1);
    }
  });
  const [first] = [...written].sort((a, b) => b[1] - a[1]);
  return first && first[1] > 2 ? first[0] : undefined;
}

function countHumanLines(read: ReadLog): number {
  const spoken = read.lines.filter((line: SourceLine) => line.kind !== 'bot');
  return spoken.reduce((sum, line) => sum + line.numbers.length, 0) + read.orphans.length;
}

function looksBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  const odd = [...head].filter(
    (char) =>
      char === '\u0000' ||
      char === '\uFFFD' ||
      (char < ' ' && !'\t\n\r\f\u0002\u0003\u000f\u0016\u001d\u001f'.includes(char)),
  );
  return odd.length > head.length / 50;
}

/** A web page saved in place of its log has `<tag> words` lines that would pass for nicks. */
function looksLikeMarkup(text: string): boolean {
  return /^\uFEFF?\s*<(!doctype|!--|html|\?xml)/i.test(text);
}
