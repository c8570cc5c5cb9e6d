import { foldName, isNeverName, looksLikeName, nickFitsName } from './names.js';
import { recogniseConvention } from './conventions.js';
import type { ReadLog, SourceLine } from './line-reader.js';
import { PeopleDirectory } from './people-directory.js';
import type { KnownPeople } from './parsed-log.js';

/** How often a label must stand before a colon in scribes' lines to count as a person nobody introduced. */
const LABEL_QUORUM = 2;

/** Reads the whole log once to learn who takes part in it, under which nicks and names. */
export function surveyPeople(read: ReadLog, known: KnownPeople | undefined): PeopleDirectory {
  const directory = new PeopleDirectory(known);
  const human = read.lines.filter((line) => line.kind !== 'bot');
  const speaking = new Set(human.map((line) => line.nick));
  for (const { from, to } of read.renames) {
    if (speaking.has(from) || speaking.has(to)) {
      directory.learnRename(from, to);
    }
  }
  human.forEach((line) => directory.learnNick(line.nick));
  human.filter((line) => line.kind === 'say').forEach((line) => learnFromLine(line, directory));
  directory.settle();
  learnLabels(human, directory);
  directory.settle();
  return directory;
}

/** The `Name` of `Name: words`, if the line has that form; addresses (`https://`) do not. */
export function splitLabel(text: string): { label: string; words: string } | undefined {
  const match = /^\s*([^\s:"<>][^:"<>\n]{0,60}?)\s?:(?!\/\/)(.*)$/s.exec(text);
  return match && match[1].split(/\s+/).length <= 4 ? { label: match[1], words: match[2].trim() } : undefined;
}

function learnFromLine(line: SourceLine, directory: PeopleDirectory): void {
  const found = recogniseConvention(line.text);
  if (found?.type === 'attendance') {
    found.names.filter((name) => found.change !== 'remove' && looksLikeName(name)).forEach((name) => {
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

/** `present+ Rita_Sadykova` names the writer when the nick can be short for it, and somebody else otherwise. */
function learnAttendee(nick: string, name: string, alone: boolean, directory: PeopleDirectory): void {
  if (alone && foldName(name) !== foldName(nick) && nickFitsName(nick, name)) {
    directory.learnName(nick, name);
  } else {
    directory.learnNick(name);
  }
}

/** A label that scribes use again and again is a person, even when nobody of that nick ever wrote a line. */
function learnLabels(human: SourceLine[], directory: PeopleDirectory): void {
  const counts = new Map<string, { label: string; count: number }>();
  for (const line of human.filter(({ kind }) => kind === 'say')) {
    const split = splitLabel(line.text);
    if (!split || isNeverName(split.label) || !looksLikeName(split.label) || recogniseConvention(line.text)) {
      continue;
    }
    const folded = foldName(split.label);
    const seen = counts.get(folded) ?? { label: split.label, count: 0 };
    counts.set(folded, { ...seen, count: seen.count + 1 });
  }
  for (const { label, count } of counts.values()) {
    const meansNobodyYet = directory.find(label) === undefined;
    if (meansNobodyYet && (directory.isKnown(label) || (count >= LABEL_QUORUM && !/\s/.test(label)))) {
      directory.learnNick(label);
    }
  }
}
