import { readSubstitution } from './correction-commands.js';
import type { CorrectedLine } from './corrections.js';

/** A line where it stands among the others. Lines are put in, never taken out. */
export interface Place {
  line: CorrectedLine;
  previous: Place | undefined;
}

/** No line between the two, both left out, has certain words. */
interface Stretch {
  from: Place;
  to: Place | undefined;
}

/** What the searches for certain words found out. */
interface Known {
  /** The last one is the last of the log. */
  stretches: Stretch[];
  areNowhere: boolean;
  /** How many changes had been made by then. */
  changes: number;
}

/** How often each line may be looked at, in all searches together, and how much looking every log may have besides. */
const MOST_LOOKS = 30;
const LOOKING_OF_ANY_LOG = 500_000_000;
/** What looking at a line costs besides its characters. */
const FRAME = 100;

/**
 * Finds the lines of a log that have the words a correction names; corrections themselves are never among them. Words
 * named again are sought only in lines where nobody has looked for them yet. The looking is limited beyond that, so that
 * the time is linear in the log whatever is in it: once it is used up, nothing is found any more.
 */
export class LineSearch {
  private last: Place | undefined;
  private readonly changed: Place[] = [];
  private readonly known = new Map<string, Known>();
  private looking = LOOKING_OF_ANY_LOG;

  /** Puts a line at the end. */
  add(line: CorrectedLine): void {
    this.last = { line, previous: this.last };
    this.looking += MOST_LOOKS * (FRAME + line.text.length);
  }

  /** Puts a line in before another. */
  putIn(line: CorrectedLine, before: Place): void {
    before.previous = { line, previous: before.previous };
    this.changed.push(before.previous);
  }

  /** To be told whenever the words of a line are no longer the same. */
  noteChange(place: Place): void {
    this.changed.push(place);
  }

  /** All lines as they stand now, in order. */
  places(): Place[] {
    const places: Place[] = [];
    for (let place = this.last; place; place = place.previous) places.push(place);
    return places.reverse();
  }

  /** The last line before a place that has the words. */
  nearestBefore(place: Place, words: string): Place | undefined {
    const { stretches, areNowhere } = this.whatIsKnown(words);
    if (areNowhere) return undefined;
    const found = this.lookBack(place.previous, words, stretches);
    stretches.push({ from: place, to: found });
    return found;
  }

  /** Every line before a place that has the words, in order. */
  allBefore(place: Place, words: string): Place[] {
    const { stretches, areNowhere } = this.whatIsKnown(words);
    if (areNowhere) return [];
    const found = this.collect(place.previous, words, stretches);
    const ends = [...found, place];
    ends.forEach((from, index) => stretches.push({ from, to: ends[index - 1] }));
    return found;
  }

  /** Every line of the log that has the words, in order. */
  all(words: string): Place[] {
    const known = this.whatIsKnown(words);
    const found = known.areNowhere ? [] : this.collect(this.last, words, []);
    known.areNowhere = found.length === 0;
    return found;
  }

  private collect(last: Place | undefined, words: string, stretches: Stretch[]): Place[] {
    const found: Place[] = [];
    let place = this.lookBack(last, words, stretches);
    while (place) {
      found.push(place);
      place = this.lookBack(place.previous, words, stretches);
    }
    return found.reverse();
  }

  /** Leaves out the stretches without the words, and takes those from the list that it has left behind. */
  private lookBack(last: Place | undefined, words: string, stretches: Stretch[]): Place | undefined {
    let place = last;
    while (place && this.looking > 0) {
      if (this.has(place.line, words) && !isCorrection(place.line)) return place;
      place = stretches.at(-1)?.from === place ? stretches.pop()?.to : place.previous;
    }
    return undefined;
  }

  /** A change that brought the words in makes everything known about them worthless. */
  private whatIsKnown(words: string): Known {
    const known = this.known.get(words) ?? { stretches: [], areNowhere: false, changes: 0 };
    this.known.set(words, known);
    while (known.changes < this.changed.length && this.looking > 0) {
      const { line } = this.changed[known.changes];
      known.changes += 1;
      if (!this.has(line, words)) continue;
      known.stretches = [];
      known.areNowhere = false;
      known.changes = this.changed.length;
    }
    return known;
  }

  private has({ text }: CorrectedLine, words: string): boolean {
    this.looking -= FRAME + text.length;
    return text.includes(words);
  }
}

function isCorrection({ correction, text }: CorrectedLine): boolean {
  return correction !== undefined || readSubstitution(text) !== undefined;
}
