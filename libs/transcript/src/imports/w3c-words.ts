import { replaceWords } from './w3c/corrections.js';
import type { CorrectionEvent, ParsedEvent } from './w3c/parsed-log.js';
import type { EntryList } from './entry-list.js';

/** Words of one event that are on the record, as they stand after the corrections so far. */
interface Standing {
  seq: number;
  body: string;
  version: number;
}

/** Keeps the words of a log through its corrections: first as written, then one edit for each correction. */
export class W3cWords {
  private readonly standing = new Map<number, Standing>();
  /** How many corrections of an event are still to come. */
  private readonly pending = new Map<number, number>();

  constructor(
    private readonly events: readonly ParsedEvent[],
    private readonly list: EntryList,
  ) {
    events.forEach((event, index) => {
      if (event.kind !== 'correction') return;
      for (const target of event.targets)
        if (target < index) this.pending.set(target, (this.pending.get(target) ?? 0) + 1);
    });
  }

  /** The words with which an event enters the record: as first written where a later correction tells what they became. */
  firstBody(index: number, event: ParsedEvent): string {
    return event.original !== undefined && this.pending.has(index) ? firstWords(event) : finalWords(event);
  }

  /** Remembers where an event's words stand. */
  keep(index: number, seq: number, body: string): void {
    this.standing.set(index, { seq, body, version: 1 });
  }

  /** Applies a correction to every line it hit; returns the indexes of the events whose words it changed. */
  correct(event: CorrectionEvent, actor: string | null): number[] {
    return event.targets.filter((target) => {
      const words = this.standing.get(target);
      const left = (this.pending.get(target) ?? 1) - 1;
      this.pending.set(target, left);
      const corrected = this.events[target];
      if (!words || !corrected) return false;
      const body = left <= 0 ? finalWords(corrected) : replaceWords(words.body, event);
      if (body === words.body) return false;
      words.body = body;
      words.version += 1;
      this.list.add(
        'discussion.edited',
        { body, mentions: [], version: words.version },
        { at: event.at, actor, target: words.seq },
      );
      return true;
    });
  }
}

/** Spoken and plain written words stand without their label; what has a form (a proposal, a command) stands as typed. */
function standsBare({ kind }: ParsedEvent): boolean {
  return kind === 'statement' || kind === 'summary' || kind === 'message';
}

function firstWords(event: ParsedEvent): string {
  return standsBare(event) ? (event.original ?? event.text) : event.raw;
}

function finalWords(event: ParsedEvent): string {
  if (standsBare(event)) return event.text;
  if (event.original === undefined) return event.raw;
  const at = event.raw.lastIndexOf(event.original);
  return at < 0
    ? event.text
    : event.raw.slice(0, at) + event.text + event.raw.slice(at + event.original.length);
}
