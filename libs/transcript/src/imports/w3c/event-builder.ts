import { botCommand } from './bots.js';
import { answersNumbered, readBallots, type Ballot } from './ballots.js';
import { recogniseConvention, type Convention } from './conventions.js';
import type { CorrectedLine } from './corrections.js';
import { readFloorCommand, type FloorCommand } from './floor-commands.js';
import { foldName } from './names.js';
import type { PeopleDirectory } from './people-directory.js';
import { splitLabel } from './people-survey.js';
import type { ParsedEvent, PersonKey, TakenPosition } from './parsed-log.js';
import { PassedOnVotes } from './passed-on-votes.js';
import { SpeakerQueue } from './speaker-queue.js';

/** Everything an event needs to know about its line besides its words. */
export type LineBase = Pick<ParsedEvent, 'at' | 'lines' | 'by' | 'raw' | 'text'> & {
  original?: string;
  inserted?: true;
};

/** The last thing each writer wrote that a `...` line could continue. */
type Thread = { index: number; kind: 'statement'; speaker: PersonKey } | { index: number; kind: 'summary' };

/**
 * Turns one corrected line after the other into events. It remembers who is the scribe and what each writer last
 * wrote down, because a line without a speaker's name means different things from different hands.
 */
export class EventBuilder {
  private readonly scribes = new Set<PersonKey>();
  private everybodyScribes = false;
  private readonly passedOn = new PassedOnVotes();
  private readonly threads = new Map<PersonKey, Thread>();
  private readonly queue = new SpeakerQueue();

  constructor(
    private readonly people: PeopleDirectory,
    private readonly presumedScribe: PersonKey | undefined,
  ) {}

  /** The event of a person's line; `index` is the place it will have among the events. */
  build(line: CorrectedLine, base: LineBase, index: number): ParsedEvent {
    const by = base.by ?? '';
    if (line.kind === 'voice') {
      return { ...base, by: null, kind: 'statement', speaker: by, source: 'machine' };
    }
    if (line.kind === 'me') {
      return { ...base, kind: 'message', action: true };
    }
    if (line.correction) {
      const { old, new: replacement, everywhere, ok } = line.correction;
      return { ...base, kind: 'correction', targets: [], old, new: replacement, everywhere, ok };
    }
    const event =
      this.fromPassedOn(line.text, base, by) ??
      this.fromForm(line.text, base, by) ??
      this.fromWords(line.text, base, by);
    if (event.original !== undefined) {
      event.original = bareWords(event, event.original);
    }
    this.followThread(event, by, index);
    return event;
  }

  /**
   * After `Rita's votes:` the writer passes on Rita's. Where nobody can tell who Rita is they stay a message, because a
   * position must never be booked to the wrong person.
   */
  private fromPassedOn(text: string, base: LineBase, by: PersonKey): ParsedEvent | undefined {
    const voter = this.passedOn.follow(by, text);
    if (voter === undefined || !answersNumbered(text)) return undefined;
    const of = this.people.find(voter);
    const ballots = readBallots(text);
    return of === undefined || ballots.length === 0
      ? { ...base, kind: 'message' }
      : { ...base, kind: 'position', positions: ballots, of };
  }

  private fromForm(text: string, base: LineBase, by: PersonKey): ParsedEvent | undefined {
    const floor = readFloorCommand(text);
    if (floor) {
      return this.fromFloor(floor, base, by);
    }
    const command = botCommand(text);
    if (command) {
      const agenda = /^(next|take up|open|close|skip|agenda|clear agenda|move to)\b/i.test(command.command);
      return { ...base, kind: agenda ? 'agenda' : 'procedural' };
    }
    const form = recogniseConvention(text);
    return form && this.fromConvention(form, base, by);
  }

  private fromFloor(command: FloorCommand, base: LineBase, by: PersonKey): ParsedEvent {
    switch (command.type) {
      case 'request': {
        const named = command.name === undefined ? by : this.meant(command.name, by);
        const note = named ? command.note : [command.name, command.note].filter(Boolean).join(' ');
        const who = named ?? by;
        this.queue.add(who, command.reply);
        return { ...base, kind: 'floorRequest', who, note, ...(command.reply ? { reply: true } : {}) };
      }
      case 'withdraw': {
        const who = (command.names[0] && this.meant(command.names[0], by)) || by;
        this.queue.remove(who);
        return { ...base, kind: 'floorWithdrawn', who };
      }
      case 'grant':
        return { ...base, kind: 'floorGranted', to: this.grant(command.name, by) };
      case 'queue':
        return { ...base, kind: 'procedural' };
    }
  }

  /** `ack`, `ack next`, `ack me`, `ack rita` and, as Zakim takes it, `ack r` for the first in the queue with an R. */
  private grant(name: string | undefined, by: PersonKey): PersonKey | null {
    const waiting =
      name === undefined || /^next$/i.test(name)
        ? this.queue.first()
        : this.queue.firstBeginning(foldName(name));
    const to = (name === undefined ? undefined : this.meant(name, by)) ?? waiting ?? null;
    if (to !== null) {
      this.queue.remove(to);
    }
    return to;
  }

  private fromConvention(form: Convention, base: LineBase, by: PersonKey): ParsedEvent | undefined {
    switch (form.type) {
      case 'topic':
        return { ...base, kind: form.sub ? 'subtopic' : 'topic', title: form.title, text: form.title };
      case 'attendance': {
        const attendance = form.change === 'remove' ? 'none' : form.list;
        return { ...base, kind: 'attendance', attendance, who: this.named(form.names, by) };
      }
      case 'role': {
        const who = this.named(form.names, by);
        this.changeScribes(form, who);
        return { ...base, kind: 'roleChange', role: form.role, change: form.change, who };
      }
      case 'proposal':
        return {
          ...base,
          kind: 'proposal',
          text: form.text,
          ...(form.number !== undefined && { number: form.number }),
        };
      case 'decision':
        return { ...base, kind: 'decision', text: form.text };
      case 'action': {
        const ownerKey = form.owner === undefined ? undefined : this.people.find(form.owner);
        return {
          ...base,
          kind: 'action',
          text: form.text,
          ...(form.owner ? { owner: form.owner } : {}),
          ...(ownerKey ? { ownerKey } : {}),
        };
      }
      case 'position':
        return { ...base, kind: 'position', positions: this.taken(form.ballots) };
      case 'link':
        return { ...base, kind: 'link', url: form.url, caption: form.caption };
      case 'agenda':
        return { ...base, kind: 'agenda' };
      case 'header':
        return { ...base, kind: form.field === 'agenda' ? 'agenda' : 'procedural' };
      case 'continuation':
      case 'identity':
        return undefined;
    }
  }

  /** Ordinary words: somebody's speech written down, the scribe's own summary, or a message in the chat. */
  private fromWords(text: string, base: LineBase, by: PersonKey): ParsedEvent {
    const form = recogniseConvention(text);
    if (form?.type === 'continuation') {
      return this.continueThread(form.text, base, by);
    }
    const ownWords = /^<([^<>\s]+)>\s+(.+)$/s.exec(text);
    if (ownWords && this.people.keyOfNick(ownWords[1]) === by) {
      return { ...base, kind: 'message', text: ownWords[2] };
    }
    const label = splitLabel(text);
    const speaker = label && this.spokenBy(label, by);
    if (label && speaker) {
      const said = recogniseConvention(label.words);
      return {
        ...base,
        kind: 'statement',
        speaker,
        source: this.isScribe(by) ? 'scribe' : 'assist',
        text: label.words,
        ...(said?.type === 'position' && { positions: this.taken(said.ballots) }),
      };
    }
    return { ...base, kind: this.isScribe(by) ? 'summary' : 'message' };
  }

  /**
   * Whose words a label introduces. A scribe may shorten and misspell names; anybody else must write the exact name,
   * and a bare `Rita: +1` from them agrees with Rita instead of quoting her.
   */
  private spokenBy(label: { label: string; words: string }, by: PersonKey): PersonKey | undefined {
    if (this.isScribe(by)) {
      return this.people.find(label.label);
    }
    const agrees = /^(.{0,20}\s)?[+-][01]$/.test(label.words);
    return agrees || label.label.startsWith('@') ? undefined : this.people.findExact(label.label);
  }

  /**
   * Dots go on from what the scribe wrote down last. From anybody else they may as well be a thought of their own, and
   * the groups' published minutes leave such a line to whoever typed it; so does this reader.
   */
  private continueThread(words: string, base: LineBase, by: PersonKey): ParsedEvent {
    if (!this.isScribe(by)) {
      return { ...base, kind: 'message' };
    }
    const thread = this.threads.get(by);
    if (thread?.kind === 'statement') {
      const { speaker, index } = thread;
      return { ...base, kind: 'statement', speaker, source: 'scribe', continues: index, text: words };
    }
    return { ...base, kind: 'summary', text: words, ...(thread ? { continues: thread.index } : {}) };
  }

  /** A remark in brackets does not end what the scribe was writing down; a heading, an outcome or a summary does. */
  private followThread(event: ParsedEvent, by: PersonKey, index: number): void {
    if (event.kind === 'statement') {
      this.threads.set(by, { index, kind: 'statement', speaker: event.speaker });
    } else if (event.kind === 'summary' && !/^[[(]/.test(event.text)) {
      this.threads.set(by, { index, kind: 'summary' });
    } else if (event.kind === 'proposal' || event.kind === 'decision' || event.kind === 'action') {
      this.threads.delete(by);
    }
  }

  /** `+1 Rita` agrees with what Rita said and answers no proposal. */
  private taken(ballots: Ballot[]): TakenPosition[] {
    return ballots.map((ballot) => {
      const name = /^(?:to |with )?@?(\p{L}[\p{L}\d_-]+)(?=$|[,;:.!]|\s[-–—])/iu.exec(ballot.remark)?.[1];
      const agreesWith = name === undefined ? undefined : this.people.findExact(name);
      return agreesWith === undefined ? ballot : { ...ballot, agreesWith };
    });
  }

  private changeScribes(form: Extract<Convention, { type: 'role' }>, who: PersonKey[]): void {
    if (form.role !== 'scribe') {
      return;
    }
    if (form.change === 'set') {
      this.scribes.clear();
      this.everybodyScribes = form.names.includes('*');
    }
    who.forEach((key) => (form.change === 'remove' ? this.scribes.delete(key) : this.scribes.add(key)));
  }

  private isScribe(key: PersonKey): boolean {
    return (
      this.everybodyScribes ||
      this.scribes.has(key) ||
      (this.scribes.size === 0 && key === this.presumedScribe)
    );
  }

  private named(names: string[], by: PersonKey): PersonKey[] {
    const keys = names
      .map((name) => this.meant(name, by))
      .filter((key): key is PersonKey => key !== undefined);
    return names.length === 0 ? [by] : [...new Set(keys)];
  }

  private meant(name: string, by: PersonKey): PersonKey | undefined {
    return /^(me|myself|i)$/i.test(name) ? by : this.people.find(name);
  }
}

/** The words of an uncorrected line without the label or keyword that `text` went without too. */
function bareWords(event: ParsedEvent, original: string): string {
  const form = recogniseConvention(original);
  if (
    form?.type === 'continuation' ||
    form?.type === 'proposal' ||
    form?.type === 'decision' ||
    form?.type === 'action'
  ) {
    return form.text;
  }
  if (form?.type === 'topic') {
    return form.title;
  }
  return event.kind === 'statement' ? (splitLabel(original)?.words ?? original) : original;
}
