import type { ImportNoted, MeetingView, ParticipantView } from '@roundtable/contracts';
import type { ImportedEntry } from '@roundtable/record';
import { EntryList } from './entry-list.js';
import { W3cAgenda } from './w3c-agenda.js';
import { W3cFloor } from './w3c-floor.js';
import { W3cOutcome } from './w3c-outcome.js';
import { W3cPeople } from './w3c-people.js';
import { W3cWords } from './w3c-words.js';
import { atOnce, inParts, type WorkInParts } from './work-in-parts.js';
import type { CorrectionEvent, ParsedEvent, ParsedLog, PersonKey, TakenPosition } from './w3c/parsed-log.js';

/** What a log does not say. */
export interface W3cMeetingOptions {
  /** Name of the file, kept as the meeting's source. */
  file: string;
  /** ISO UTC. */
  now: string;
  makeId: () => string;
  names: Record<PersonKey, string>;
  /** Who imports: becomes secretary of the meeting. Null on the command line. */
  importer: { name: string } | null;
}

/** A closed meeting with its whole record, ready to be stored. */
export interface W3cMeeting {
  meeting: MeetingView;
  room: string;
  entries: ImportedEntry[];
  /** The participant who stands for the importer. */
  importer: string | null;
}

/** Makes a meeting of a log. Every event becomes at least one entry; nothing a person wrote is dropped. */
export function buildW3cMeeting(log: ParsedLog, options: W3cMeetingOptions): W3cMeeting {
  return atOnce(buildW3cMeetingInParts(log, options));
}

/** `buildW3cMeeting` for a process that others wait for meanwhile. */
export function buildW3cMeetingInParts(log: ParsedLog, options: W3cMeetingOptions): WorkInParts<W3cMeeting> {
  return new W3cMeetingBuilder(log, options).build();
}

class W3cMeetingBuilder {
  private readonly list = new EntryList();
  private readonly room: string;
  private readonly people: W3cPeople;
  private readonly words: W3cWords;
  private readonly floor: W3cFloor;
  private readonly agenda: W3cAgenda;
  private readonly outcome: W3cOutcome;
  private meeting: MeetingView;

  constructor(
    private readonly log: ParsedLog,
    private readonly options: W3cMeetingOptions,
  ) {
    const { makeId } = options;
    this.room = makeId();
    this.people = new W3cPeople(log, options);
    this.words = new W3cWords(log.events, this.list);
    this.floor = new W3cFloor(this.list, makeId);
    this.agenda = new W3cAgenda(this.list, makeId);
    this.outcome = new W3cOutcome(this.list, this.room, makeId);
    this.meeting = describeMeeting(log, this.room, options);
  }

  *build(): WorkInParts<W3cMeeting> {
    const { start, end } = this.log.meeting;
    const importer = this.begin(start);
    yield* inParts(this.log.events, (event, index) => this.follow(event, index));
    this.finish(this.list.timeOf(end));
    return { meeting: this.meeting, room: this.room, entries: this.list.entries, importer };
  }

  private begin(at: string): string | null {
    const importer = this.options.importer && secretary(this.options.makeId(), this.options.importer.name);
    this.list.add('meetings.scheduled', { meeting: this.meeting }, { at });
    for (const participant of [...this.people.participants, ...(importer ? [importer] : [])])
      this.list.add('meetings.participant_added', { participant }, { at });
    this.step({ state: 'open', openedAt: at });
    this.list.add('meetings.opened', { meeting: this.meeting }, { at });
    return importer?.id ?? null;
  }

  private finish(at: string): void {
    this.agenda.close({ at, actor: null });
    this.floor.close(at);
    this.step({ state: 'closed', closedAt: at });
    this.list.add('meetings.closed', { meeting: this.meeting }, { at });
    this.list.add('transcript.imported', noteImport(this.log, this.options.file), { at });
  }

  private step(change: Partial<MeetingView>): void {
    this.meeting = { ...this.meeting, ...change, version: this.meeting.version + 1 };
  }

  private follow(event: ParsedEvent, index: number): void {
    const { at } = event;
    const actor = this.people.idOf(event.by);
    switch (event.kind) {
      case 'topic':
      case 'subtopic':
        return this.agenda.take({ title: event.title, isSubtopic: event.kind === 'subtopic' }, { at, actor });
      case 'statement': {
        const speaker = this.people.idOf(event.speaker);
        this.state(event, index, speaker);
        return this.position(event.positions, { at, by: actor, of: speaker });
      }
      case 'summary':
        return this.state(event, index, null);
      case 'correction':
        return this.correct(event, index);
      case 'floorRequest':
      case 'floorWithdrawn':
      case 'floorGranted':
        return this.followFloor(event, index);
      case 'proposal':
        return this.outcome.capture(index, this.post(event, index), this.wordsOfForm(event, index));
      case 'decision':
        return this.outcome.decide(event.proposal, this.post(event, index), event.text);
      case 'position': {
        // The line stays in its writer's words; the position is what it counts as.
        this.post(event, index);
        const of = event.of === undefined ? actor : this.people.idOf(event.of);
        return this.position(event.positions, { at, by: actor, of });
      }
      default:
        this.post(event, index);
    }
  }

  /** Books opinions given in words of one's own, written down by another or passed on. */
  private position(
    taken: TakenPosition[] = [],
    { at, by, of }: { at: string; by: string | null; of: string | null },
  ): void {
    if (of === null) return;
    for (const { value, remark, onProposal } of taken) {
      const reason = remark.trim() || null;
      this.outcome.position(onProposal, { participant: of, value, reason }, { at, actor: by });
    }
  }

  private followFloor(
    event: Extract<ParsedEvent, { kind: 'floorRequest' | 'floorWithdrawn' | 'floorGranted' }>,
    index: number,
  ): void {
    const who = this.people.idOf(event.kind === 'floorGranted' ? event.to : event.who);
    const act = { at: event.at, actor: this.people.idOf(event.by), who: who ?? '' };
    if (who === null) this.post(event, index);
    else if (event.kind === 'floorRequest')
      this.floor.request(act, { note: event.note.trim(), isReply: event.reply === true });
    else if (event.kind === 'floorGranted') this.floor.grant(act);
    else if (!this.floor.withdraw(act)) this.post(event, index);
  }

  /** A correction that changed words is an edit of them; any other stays visible as the line it was. */
  private correct(event: CorrectionEvent, index: number): void {
    const actor = this.people.idOf(event.by);
    const changed = this.words.correct(event, actor);
    for (const target of changed) {
      const corrected = this.log.events[target];
      if (corrected?.kind === 'proposal')
        this.outcome.reword(target, corrected.text, { at: event.at, actor });
    }
    const isInsertion = event.targets.some((target) => this.log.events[target]?.inserted);
    if (changed.length === 0 && !isInsertion) this.post(event, index);
  }

  private state(event: ParsedEvent, index: number, speaker: string | null): void {
    const body = this.words.firstBody(index, event);
    const frame = { at: event.at, actor: this.people.idOf(event.by) };
    this.words.keep(
      index,
      this.list.add('discussion.stated', { speaker, body, language: null }, frame),
      body,
    );
  }

  private post(
    event: ParsedEvent,
    index: number,
  ): { seq: number; at: string; by: string | null; body: string } {
    const body = this.words.firstBody(index, event);
    const by = this.people.idOf(event.by);
    const at = this.list.timeOf(event.at);
    const data = { body, replyTo: null, quote: null, mentions: [], language: null };
    const seq = this.list.add('discussion.posted', data, { at, actor: by });
    this.words.keep(index, seq, body);
    return { seq, at, by, body };
  }

  /** A proposal's words as they first stood, without the keyword. */
  private wordsOfForm(event: ParsedEvent, index: number): string {
    const body = this.words.firstBody(index, event);
    const words = event.original ?? event.text;
    return body.includes(words) ? words : body.includes(event.text) ? event.text : body;
  }
}

function describeMeeting(
  log: ParsedLog,
  room: string,
  { file, now, makeId }: W3cMeetingOptions,
): MeetingView {
  const { title, start, end, group } = log.meeting;
  return {
    id: makeId(),
    title,
    host: group ?? 'W3C',
    state: 'scheduled',
    startsAt: start,
    endsAt: end < start ? start : end,
    zone: 'UTC',
    languages: ['en'],
    venue: null,
    remote: true,
    conferenceUrl: null,
    confidentiality: 'members',
    programme: null,
    plenary: room,
    createdAt: now,
    openedAt: null,
    closedAt: null,
    source: { format: 'w3c', file },
    version: 1,
  };
}

function secretary(id: string, name: string): ParticipantView {
  return {
    id,
    name,
    position: null,
    delegation: null,
    roles: ['secretary'],
    language: null,
    attendance: null,
    removed: false,
  };
}

function noteImport(log: ParsedLog, file: string): ImportNoted {
  return {
    format: 'w3c',
    file,
    lines: log.lines,
    understood: log.lines - log.notUnderstood.length,
    notUnderstood: log.notUnderstood,
  };
}
