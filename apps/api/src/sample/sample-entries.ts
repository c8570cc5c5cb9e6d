import type {
  DelegationView,
  Entry,
  FactType,
  ItemView,
  MeetingView,
  ParticipantView,
  ProposalView,
} from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { hashWords } from '@roundtable/proposals';
import { SAMPLE_DELEGATIONS, SAMPLE_PEOPLE } from './sample-people.js';
import { SAMPLE_ITEMS, SAMPLE_SCRIPT, type SampleStep } from './sample-script.js';

const MINUTE_MS = 60_000;
/** Steps are told at this pace, the last one just before the sample is made. */
const PACE_MS = 95_000;

/** Everything the sample meeting's record holds, and who is in it. */
export interface SampleRecord {
  entries: Entry[];
  people: Map<string, ParticipantView>;
}

/** How long before now the sample meeting was opened, in milliseconds. */
export const SAMPLE_LASTS_MS = SAMPLE_SCRIPT.length * PACE_MS;

/** Tells the script as facts, as if it had happened in the last hour. */
export function tellSample(meeting: MeetingView, now: Date): SampleRecord {
  return new SampleTeller(meeting, now).tell();
}

/** Keeps what has been told so far: numbers, the open item, and where words are. */
class SampleTeller {
  private readonly entries: Entry[] = [];
  private readonly people: Map<string, ParticipantView>;
  private readonly delegations: Map<string, DelegationView>;
  private readonly items: ItemView[];
  private readonly words = new Map<string, { seq: number; body: string; speaker: string; at: string }>();
  private readonly edits = new Map<string, number>();
  private proposals = 0;
  private requests = 0;
  private at: number;

  constructor(
    private meeting: MeetingView,
    now: Date,
  ) {
    this.at = now.getTime() - SAMPLE_LASTS_MS;
    this.delegations = new Map(
      SAMPLE_DELEGATIONS.map(({ key, ...rest }, precedence) => [key, { id: newId(), ...rest, precedence }]),
    );
    this.people = new Map(
      SAMPLE_PEOPLE.map(({ key, delegation, ...rest }) => [
        key,
        {
          id: newId(),
          ...rest,
          delegation: delegation && (this.delegations.get(delegation)?.id ?? null),
          removed: false,
        },
      ]),
    );
    this.items = SAMPLE_ITEMS.map(({ title, minutes }, order) => ({
      id: newId(),
      parent: null,
      number: `${order + 1}`,
      title,
      state: 'planned',
      order,
      allottedMs: minutes * MINUTE_MS,
      openedAt: null,
      closedAt: null,
    }));
  }

  tell(): SampleRecord {
    this.prepare();
    for (const step of SAMPLE_SCRIPT) {
      this.at += PACE_MS;
      this.take(step);
    }
    return { entries: this.entries, people: this.people };
  }

  private prepare(): void {
    const secretary = this.idOf('secretary');
    this.add('meetings.changed', { meeting: this.meeting }, secretary);
    for (const delegation of this.delegations.values())
      this.add('meetings.delegation_saved', { delegation }, secretary);
    for (const participant of this.people.values())
      this.add('meetings.participant_added', { participant }, secretary);
    for (const item of this.items) this.add('meetings.item_saved', { item: { ...item } }, secretary);
    this.meeting = { ...this.meeting, state: 'scheduled', version: 2 };
    this.add('meetings.scheduled', { meeting: this.meeting }, secretary);
  }

  private take(step: SampleStep): void {
    switch (step.kind) {
      case 'open_meeting':
        this.meeting = {
          ...this.meeting,
          state: 'open',
          openedAt: this.iso(),
          version: this.meeting.version + 1,
        };
        this.add('meetings.opened', { meeting: this.meeting }, this.idOf('chair'));
        return;
      case 'open_item':
        return this.turnItem(this.items[step.item], 'open');
      case 'close_item':
        return this.turnItem(this.openItem(), 'closed');
      case 'say':
      case 'write':
        return this.speak(step);
      case 'react':
        this.add(
          'discussion.reacted',
          { reaction: step.reaction, on: true },
          this.idOf(step.by),
          this.wordsOf(step.to).seq,
        );
        return;
      case 'edit':
        return this.edit(step);
      case 'request_floor':
        return this.requestFloor(step);
      case 'capture':
        return this.capture(step);
    }
  }

  private speak(step: Extract<SampleStep, { kind: 'say' | 'write' }>): void {
    const { body, language } = step;
    const speaker = this.idOf(step.by);
    const replyTo = step.replyTo === undefined ? null : this.wordsOf(step.replyTo).seq;
    if (step.kind === 'say')
      this.add('discussion.stated', { speaker, body, language }, this.idOf('rapporteur'));
    else
      this.add(
        'discussion.posted',
        { body, replyTo, quote: step.quote ?? null, mentions: [], language },
        speaker,
      );
    if (step.id !== undefined)
      this.words.set(step.id, { seq: this.entries.length, body, speaker, at: this.iso() });
  }

  private edit({ by, to, body }: Extract<SampleStep, { kind: 'edit' }>): void {
    const version = (this.edits.get(to) ?? 1) + 1;
    this.edits.set(to, version);
    this.add('discussion.edited', { body, mentions: [], version }, this.idOf(by), this.wordsOf(to).seq);
  }

  private requestFloor({ by, note }: Extract<SampleStep, { kind: 'request_floor' }>): void {
    const request = {
      id: newId(),
      participant: this.idOf(by),
      kind: 'statement' as const,
      note,
      state: 'waiting' as const,
      order: (this.requests += 1),
      requestedAt: this.iso(),
      grantedAt: null,
      endedAt: null,
    };
    this.add('floor.requested', { request }, request.participant);
  }

  private capture(step: Extract<SampleStep, { kind: 'capture' }>): void {
    const { title, text, focusArea, responsible, timeline, words } = step;
    const source = this.wordsOf(step.from);
    const from = source.body.indexOf(words);
    if (from < 0) throw new Error(`The sample captures words that nobody said: ${words}`);
    const speaker = [...this.people.values()].find(({ id }) => id === source.speaker);
    const proposal: ProposalView = {
      id: newId(),
      number: (this.proposals += 1),
      title,
      text,
      state: 'captured',
      focusArea,
      responsible,
      timeline,
      version: 1,
      capturedBy: this.idOf('rapporteur'),
      capturedAt: this.iso(),
      sources: [
        {
          room: this.meeting.plenary,
          seq: source.seq,
          textSeq: source.seq,
          from,
          to: from + words.length,
          sha256: hashWords(words),
          words,
          speaker: source.speaker,
          delegation: speaker?.delegation ?? null,
          at: source.at,
        },
      ],
      positions: [],
      decision: null,
    };
    this.add('proposals.captured', { proposal }, this.idOf('rapporteur'));
  }

  private turnItem(item: ItemView | undefined, state: 'open' | 'closed'): void {
    if (!item) throw new Error('The sample turns to an item that is not there.');
    item.state = state;
    if (state === 'open') item.openedAt = this.iso();
    else item.closedAt = this.iso();
    const type = state === 'open' ? 'meetings.item_opened' : 'meetings.item_closed';
    this.add(type, { item: { ...item } }, this.idOf('chair'), null, item.id);
  }

  private add<T extends FactType>(
    type: T,
    data: Extract<Entry, { type: T }>['data'],
    actor: string,
    target: number | null = null,
    item: string | null = this.openItem()?.id ?? null,
  ): void {
    const frame = { seq: this.entries.length + 1, at: this.iso(), actor, item, segment: null, target };
    this.entries.push({ ...frame, type, data } as Entry);
  }

  private openItem(): ItemView | undefined {
    return this.items.find(({ state }) => state === 'open');
  }

  private idOf(key: string): string {
    const person = this.people.get(key);
    if (!person) throw new Error(`The sample names nobody as ${key}.`);
    return person.id;
  }

  private wordsOf(id: string) {
    const words = this.words.get(id);
    if (!words) throw new Error(`The sample refers to words that were not said: ${id}.`);
    return words;
  }

  private iso(): string {
    return new Date(this.at).toISOString();
  }
}
