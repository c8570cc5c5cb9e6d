import { randomInt } from 'node:crypto';
import type { AmendmentKind, AmendmentView } from '@roundtable/contracts';
import { sampleAmendment } from './sample-amendment.js';

/** Numbers from a seed: the same seed gives the same numbers. Source: mulberry32 (T. Ettinger). */
export class SeededNumbers {
  constructor(private state: number) {}

  /** From 0 to `below` - 1. */
  below(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  pick<T>(things: readonly T[]): T {
    return things[this.below(things.length)] as T;
  }

  shuffle<T>(things: readonly T[]): T[] {
    const left = [...things];
    return things.map(() => left.splice(this.below(left.length), 1)[0] as T);
  }
}

/** Seeds of a run, printed so that a failure can be had again: `AMENDMENT_SEED=N`. */
export function seedsOf(count: number): number[] {
  const named = process.env['AMENDMENT_SEED'];
  const first = named ? Number(named) : randomInt(1, 2 ** 30);
  const seeds = Array.from({ length: named ? 1 : count }, (_, index) => first + index);
  process.stderr.write(`seeds ${seeds[0]} to ${seeds.at(-1)}\n`);
  return seeds;
}

const WORDS = ['gauge', 'water', 'дарыя', 'уровень', 'sensor', 'daily', 'көпүрө', 'grid', 'канал', 'alarm'];

/** Paragraphs that all read differently: no two can be taken for each other. */
export function randomParagraphs(random: SeededNumbers, count: number, name = 'p'): string[] {
  return Array.from({ length: count }, (_, index) => {
    const words = Array.from({ length: 5 }, () => random.pick(WORDS));
    return `${name}${index} ${words.join(' ')} ${name}${index}x ${name}${index}y ${name}${index}z ${name}${index}w.`;
  });
}

const KINDS: readonly AmendmentKind[] = ['replace', 'insert', 'insert', 'delete'];

/** An amendment somewhere on a text. */
export function randomAmendment(
  random: SeededNumbers,
  number: number,
  paragraphs: readonly string[],
): AmendmentView {
  const kind = random.pick(KINDS);
  const paragraph =
    kind === 'insert' ? random.below(paragraphs.length + 1) : 1 + random.below(paragraphs.length);
  const words = `Amendment ${number} says ${random.pick(WORDS)}.`;
  const text = random.below(3) === 0 ? `${words}\n\nAnd it goes on, number ${number}.` : words;
  return sampleAmendment(number, {
    kind,
    paragraph,
    was: kind === 'insert' ? null : (paragraphs[paragraph - 1] ?? null),
    text: kind === 'delete' ? null : text,
    state: random.below(2) === 0 ? 'tabled' : 'accepted',
  });
}
