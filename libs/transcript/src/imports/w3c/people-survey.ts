import { foldName, foldNick, looksLikeName, nameWords, nickFitsName } from './names.js';
import { inParts, type WorkInParts } from '../work-in-parts.js';
import { recogniseConvention } from './conventions.js';
import type { ReadLog, SourceLine } from './line-reader.js';
import { voterPassedOn } from './passed-on-votes.js';
import { PeopleDirectory } from './people-directory.js';
import type { KnownPeople } from './parsed-log.js';

/** How often a label must stand before a colon in scribes' lines to count as a person nobody introduced. */
const LABEL_QUORUM = 2;

/** Reads the whole log once to learn who takes part in it, under which nicks and names. */
export function* surveyPeople(read: ReadLog, known: KnownPeople | undefined): WorkInParts<PeopleDirectory> {
  const directory = new PeopleDirectory(known);
  const human = read.lines.filter((line) => line.kind !== 'bot');
  const speaking = new Set(human.map((line) => line.nick));
  yield* inParts(read.renames, ({ from, to }) => {
    if (speaking.has(from) || speaking.has(to)) {
      directory.learnRename(from, to);
    }
  });
  yield* inParts(human, (line) => directory.learnNick(line.nick));
  learnFromBridge(read.lines, directory);
  const said = human.filter((line) => line.kind === 'say');
  yield* inParts(said, (line) => learnFromLine(line, directory));
  yield* inParts(said, (line) => learnAbsent(line, directory));
  directory.settle();
  yield* learnLabels(human, directory);
  directory.settle();
  return directory;
}

/** The `Name` of `Name: words`, if the line has that form; addresses (`https://`) do not. */
export function splitLabel(text: string): { label: string; words: string } | undefined {
  const match = /^\s*([^\s:"<>][^:"<>\n]{0,60}?)\s?:(?!\/\/|-?[()DPp|]+(?:\s|$))(.*)$/s.exec(text);
  const words = match?.[1].split(/\s+/) ?? [];
  if (!match || words.length > 4 || words.some((word) => !/\p{L}|^\/\/$|\d/u.test(word))) {
    return undefined;
  }
  return { label: match[1], words: match[2].trim() };
}

/**
 * The telephone bridge of old logs says `Rita Sadykova (SIP/x) has joined` and `rita is now associated with SIP/x`:
 * together they tell the nick's real name, unless two nicks claim it.
 */
function learnFromBridge(lines: SourceLine[], directory: PeopleDirectory): void {
  const nameAt = new Map<string, string>();
  const nicksOf = new Map<string, Set<string>>();
  for (const line of lines.filter(({ kind, nick }) => kind === 'bot' && /^voip/i.test(nick))) {
    const joined = /^(.+?) [([]([^\s)\]]+)[)\]] (?:has joined|is in) /.exec(line.text);
    const tied = /^(?:(\S+) is now associated|Associated (\S+)) with (\S+?)\.?$/.exec(line.text);
    if (joined && nameWords(joined[1]).length > 1 && !/[<\d]/.test(joined[1])) {
      nameAt.set(joined[2], joined[1]);
    }
    const name = tied ? nameAt.get(tied[3]) : undefined;
    if (tied && name) {
      nicksOf.set(name, (nicksOf.get(name) ?? new Set()).add(tied[1] ?? tied[2]));
    }
  }
  for (const [name, nicks] of nicksOf) {
    const [nick] = nicks;
    if (new Set([...nicks].map(foldNick)).size === 1 && directory.isKnown(nick)) {
      directory.learnName(nick, name);
    }
  }
}

function learnFromLine(line: SourceLine, directory: PeopleDirectory): void {
  const found = recogniseConvention(line.text);
  if (found?.type === 'attendance') {
    found.names
      .filter((name) => found.change !== 'remove' && looksLikeName(name))
      .forEach((name) => {
        learnAttendee(line.nick, name, found.names.length === 1 && found.change === 'add', directory);
      });
  } else if (found?.type === 'role' && found.change !== 'remove') {
    found.names.filter((name) => looksLikeName(name)).forEach((name) => directory.learnNick(name));
    if (found.realName && found.names.length === 1) {
      directory.learnName(found.names[0], found.realName);
    }
  } else if (found?.type === 'identity' && directory.isKnown(found.nick)) {
    directory.learnName(found.nick, found.name);
  }
}

/** Somebody who writes nothing may still be quoted by anybody under a listed nick, or have their votes passed on. */
function learnAbsent({ text }: SourceLine, directory: PeopleDirectory): void {
  const quoted = splitLabel(text)?.label;
  if (quoted !== undefined && directory.isAlias(quoted)) {
    directory.learnNick(quoted);
  }
  const voter = voterPassedOn(text);
  if (voter !== undefined && looksLikeName(voter)) {
    directory.learnNick(voter);
  }
}

/** `present+ Rita_Sadykova` names the writer when the nick can be short for it, and somebody else otherwise. */
function learnAttendee(nick: string, name: string, alone: boolean, directory: PeopleDirectory): void {
  if (alone && foldName(name) !== foldName(nick) && nickFitsName(nick, name)) {
    directory.learnName(nick, name);
  } else {
    directory.learnNick(name);
  }
}

function* appointedScribes(human: SourceLine[]): WorkInParts<Set<string>> {
  const scribes = new Set<string>();
  yield* inParts(human, (line) => {
    const found = recogniseConvention(line.text);
    if (found?.type === 'role' && found.role === 'scribe' && found.change !== 'remove') {
      (found.names.length > 0 ? found.names : [line.nick]).forEach((name) => scribes.add(foldNick(name)));
    }
  });
  return scribes;
}

/** A label that scribes use again and again is a person, even when nobody of that nick ever wrote a line. */
function* learnLabels(human: SourceLine[], directory: PeopleDirectory): WorkInParts<void> {
  const counts = new Map<string, { label: string; count: number }>();
  const scribes = yield* appointedScribes(human);
  const writing = human.filter(
    ({ kind, nick }) => kind === 'say' && (scribes.size === 0 || scribes.has(foldNick(nick))),
  );
  yield* inParts(writing, (line) => {
    const split = splitLabel(line.text);
    if (!split || !looksLikeName(split.label) || recogniseConvention(line.text)) {
      return;
    }
    const folded = foldName(split.label);
    const seen = counts.get(folded) ?? { label: split.label, count: 0 };
    counts.set(folded, { ...seen, count: seen.count + 1 });
  });
  yield* inParts([...counts.values()], ({ label, count }) => {
    const meansNobodyYet = directory.find(label) === undefined;
    if (meansNobodyYet && (directory.isKnown(label) || (count >= LABEL_QUORUM && !/\s/.test(label)))) {
      directory.learnNick(label);
    }
  });
}
