import {
  differsByOneLetter,
  foldName,
  foldNick,
  isNeverName,
  looksLikeName,
  nameWords,
  nickFitsName,
  shortForms,
  showNick,
} from './names.js';
import type { KnownPeople, PersonKey } from './parsed-log.js';

/** One person as gathered from a log: every nick, every name somebody gave them. */
interface Entry {
  nicks: string[];
  names: string[];
  /** Real name from the caller's list of people. */
  known?: string;
}

/** A person of the directory, ready for the parsed log. */
export interface DirectoryPerson {
  key: PersonKey;
  nicks: string[];
  displayName: string;
}

/**
 * Knows who is who in one log. First it learns nicks, names and changes of nick; after `settle` it answers which
 * person a nick or a spoken name means, and stays silent when a name could mean two people.
 */
export class PeopleDirectory {
  private readonly entries: Entry[] = [];
  private readonly byNick = new Map<string, Entry>();
  private readonly byLabel = new Map<string, Entry | null>();
  private readonly keys = new Map<Entry, PersonKey>();
  /** What `find` answered since somebody was learned: the same names stand in line after line. */
  private readonly found = new Map<string, PersonKey | undefined>();
  private readonly knownByAlias = new Map<string, string>();
  /** Folded: the nicks and full names that the caller's list spells out. */
  private readonly aliases: ReadonlySet<string>;

  constructor(known: KnownPeople = {}) {
    const names = Object.keys(known);
    for (const name of names) {
      this.knownByAlias.set(foldName(name), name);
      for (const alias of aliasesOf(known[name])) {
        this.rememberAlias(alias, name);
      }
    }
    this.aliases = new Set(this.knownByAlias.keys());
    for (const [word, [name, ...others]] of namesByWord(names)) {
      if (others.length === 0) this.rememberAlias(word, name);
    }
  }

  /** Learns a nick that speaks or is spoken of; the same nick in another spelling is the same person. */
  learnNick(nick: string): void {
    this.found.clear();
    const entry = this.entryOf(nick);
    if (!entry.nicks.includes(nick)) {
      entry.nicks.push(nick);
    }
  }

  /** Learns that somebody changed their nick. */
  learnRename(from: string, to: string): void {
    this.learnNick(from);
    this.merge(this.entryOf(from), this.entryOf(to));
    this.learnNick(to);
  }

  /** Learns the real name of a nick. */
  learnName(nick: string, name: string): void {
    this.learnNick(nick);
    const entry = this.entryOf(nick);
    const words = nameWords(name).join(' ');
    const namesake = this.byNick.get(foldName(name));
    if (namesake && namesake !== entry) {
      this.merge(entry, namesake);
    }
    if (words !== '' && !entry.names.includes(words)) {
      entry.names.push(words);
    }
    this.byNick.set(foldName(name), this.entryOf(nick));
  }

  /** Whether a name is a nick of this log or in the caller's list, before the directory has settled. */
  isKnown(name: string): boolean {
    return (
      this.byNick.has(foldName(name)) ||
      this.byNick.has(foldNick(name)) ||
      this.knownByAlias.has(foldName(name))
    );
  }

  /** Whether the caller's list spells a name out as somebody's nick or full name. */
  isAlias(name: string): boolean {
    return this.aliases.has(foldName(name));
  }

  /** Joins nicks that are first names of one full name, then fixes keys; to be called again after learning more. */
  settle(): void {
    this.joinFullNames();
    this.joinFirstNames();
    this.found.clear();
    this.keys.clear();
    this.byLabel.clear();
    const used = new Set<PersonKey>();
    for (const entry of this.entries) {
      const base = foldName(entry.nicks[0] ?? entry.names[0] ?? '') || 'person';
      let key = base;
      for (let copy = 2; used.has(key); copy += 1) {
        key = `${base}-${copy}`;
      }
      used.add(key);
      this.keys.set(entry, key);
    }
    this.indexLabels();
  }

  /** The person behind a nick that wrote a line. */
  keyOfNick(nick: string): PersonKey | undefined {
    const entry = this.byNick.get(foldNick(nick)) ?? this.byNick.get(foldName(nick));
    return entry && this.keys.get(entry);
  }

  /** The person a name in running text means, also when shortened; undefined when nobody or more than one fits. */
  find(label: string): PersonKey | undefined {
    if (!this.found.has(label)) {
      this.found.set(label, this.findExact(label) ?? this.findShortened(label));
    }
    return this.found.get(label);
  }

  /** The person whose nick, name, first name or surname this is, if only one. */
  findExact(label: string): PersonKey | undefined {
    const folded = foldName(label);
    const nick = this.byNick.get(folded) ?? this.byNick.get(foldNick(label)) ?? this.findKnown(folded);
    const entry =
      folded === '' ? undefined : (nick ?? (isNeverName(label) ? undefined : this.byLabel.get(folded)));
    return entry ? this.keys.get(entry) : undefined;
  }

  /** Everybody, in the order of first appearance. */
  people(): DirectoryPerson[] {
    return this.entries.map((entry) => ({
      key: this.keys.get(entry) ?? '',
      nicks: [...entry.nicks],
      displayName: displayName(entry),
    }));
  }

  private rememberAlias(alias: string, name: string): void {
    const folded = foldName(alias);
    if (folded.length > 1 && !this.knownByAlias.has(folded)) {
      this.knownByAlias.set(folded, name);
    }
  }

  private entryOf(nick: string): Entry {
    const folded = foldNick(nick);
    const known = this.knownByAlias.get(foldName(nick)) ?? this.knownByAlias.get(folded);
    const found =
      this.byNick.get(folded) ?? (known ? this.entries.find((entry) => entry.known === known) : undefined);
    const entry = found ?? this.addEntry();
    entry.known ??= known;
    this.byNick.set(folded, entry);
    return entry;
  }

  private addEntry(): Entry {
    const entry: Entry = { nicks: [], names: [] };
    this.entries.push(entry);
    return entry;
  }

  private merge(into: Entry, from: Entry): void {
    if (into === from) {
      return;
    }
    into.nicks.push(...from.nicks.filter((nick) => !into.nicks.includes(nick)));
    into.names.push(...from.names.filter((name) => !into.names.includes(name)));
    into.known ??= from.known;
    this.entries.splice(this.entries.indexOf(from), 1);
    for (const [folded, entry] of this.byNick) {
      if (entry === from) {
        this.byNick.set(folded, into);
      }
    }
  }

  /** `Rita_Sadykova` and `Rita_Sadykova_(iPad)` are one person. */
  private joinFullNames(): void {
    const first = new Map<string, Entry>();
    for (const entry of [...this.entries]) {
      const words = nameWords(displayName(entry));
      const full = foldName(words.join(''));
      const same = words.length > 1 ? first.get(full) : undefined;
      if (same) {
        this.merge(same, entry);
      } else {
        first.set(full, entry);
      }
    }
  }

  /** `rita` and `Rita_Sadykova` are one person when `rita` is short for no other full name. */
  private joinFirstNames(): void {
    const full = this.entries.filter((entry) => nameWords(displayName(entry)).length > 1);
    for (const short of this.entries.filter((entry) => !full.includes(entry) && entry.known === undefined)) {
      const nick = foldNick(short.nicks[0] ?? '');
      const fitting = full.filter((entry) => shortForms(displayName(entry)).includes(nick));
      if (nick.length > 2 && fitting.length === 1) {
        this.merge(fitting[0], short);
      }
    }
  }

  private indexLabels(): void {
    for (const entry of this.entries) {
      const names = [...entry.names, ...entry.nicks, ...(entry.known ? [entry.known] : [])];
      const labels = new Set(
        names.flatMap((name) => [nameWords(name).join(''), ...nameWords(name)].map(foldName)),
      );
      for (const label of labels) {
        if (label.length > 1) {
          this.byLabel.set(
            label,
            this.byLabel.has(label) && this.byLabel.get(label) !== entry ? null : entry,
          );
        }
      }
    }
  }

  private findKnown(folded: string): Entry | undefined {
    const known = this.knownByAlias.get(folded);
    return known && !this.byLabel.get(folded)
      ? this.entries.find((entry) => entry.known === known)
      : undefined;
  }

  private findShortened(label: string): PersonKey | undefined {
    const entry = looksLikeName(label) ? this.findPrefix(foldName(label)) : undefined;
    return entry && this.keys.get(entry);
  }

  /** A beginning of one name, a name begun by one nick, an abbreviation, or a slip of one letter. */
  private findPrefix(folded: string): Entry | undefined {
    if (folded.length < 3 || this.byLabel.has(folded)) {
      return undefined;
    }
    const labels = [...this.byLabel].filter((pair): pair is [string, Entry] => pair[1] !== null);
    const begun = onlyOne(labels.filter(([label]) => label.startsWith(folded)).map(([, entry]) => entry));
    const inNick = this.entries.filter((entry) =>
      entry.nicks.some((nick) => foldNick(nick).length > 2 && nickFitsName(nick, folded)),
    );
    const slips = labels
      .filter(([label]) => folded.length >= 6 && differsByOneLetter(label, folded))
      .map(([, entry]) => entry);
    return begun ?? onlyOne(inNick) ?? onlyOne(slips);
  }
}

/** Whose name each longer word is part of: a first name that two people share tells nobody which of them is meant. */
function namesByWord(names: string[]): Map<string, string[]> {
  const byWord = new Map<string, string[]>();
  for (const name of names)
    for (const word of new Set(
      nameWords(name)
        .filter(({ length }) => length > 2)
        .map(foldName),
    ))
      byWord.set(word, [...(byWord.get(word) ?? []), name]);
  return byWord;
}

function onlyOne(entries: Entry[]): Entry | undefined {
  return new Set(entries).size === 1 ? entries[0] : undefined;
}

function displayName(entry: Entry): string {
  const longest = [...entry.names].sort((a, b) => b.length - a.length)[0];
  const nick = [...entry.nicks].sort((a, b) => nameWords(b).length - nameWords(a).length)[0];
  return entry.known ?? longest ?? showNick(nick ?? '');
}

function aliasesOf(known: { alias?: string[] } | undefined): string[] {
  return Array.isArray(known?.alias) ? known.alias.filter((alias) => typeof alias === 'string') : [];
}
