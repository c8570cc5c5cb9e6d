import { ratiosByRound, spreadOf, type Spread } from './statistics.js';

/** One figure of one contestant in one row, over the rounds. */
export interface SampleRow extends Spread {
  row: string;
  contestant: string;
  figure: string;
}

/** Keeps what was measured, round by round. */
export class Samples {
  private readonly values = new Map<
    string,
    { row: string; contestant: string; figure: string; values: number[] }
  >();

  add(row: string, contestant: string, figures: Readonly<Record<string, number>>): void {
    for (const [figure, value] of Object.entries(figures)) {
      const key = keyOf(row, contestant, figure);
      const known = this.values.get(key) ?? { row, contestant, figure, values: [] };
      known.values.push(value);
      this.values.set(key, known);
    }
  }

  /** One value for each round; none where it was not measured. */
  of(row: string, contestant: string, figure: string): readonly number[] {
    return this.values.get(keyOf(row, contestant, figure))?.values ?? [];
  }

  /** Ours by theirs, round by round; null where one of them is missing in a round. */
  ratio(ours: Place, theirs: Place): Spread | null {
    const [some, others] = [this.of(...ours), this.of(...theirs)];
    return some.length === 0 || some.length !== others.length ? null : ratiosByRound(some, others);
  }

  rows(): SampleRow[] {
    return [...this.values.values()].map(({ values, ...names }) => ({ ...names, ...spreadOf(values) }));
  }
}

/** Row, contestant and figure. */
export type Place = [row: string, contestant: string, figure: string];

function keyOf(...place: Place): string {
  return place.join('\n');
}
