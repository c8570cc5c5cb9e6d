import type { Demand } from '@roundtable/platform';
import type { NamedStatement } from './named-statement.js';

/** Stands in a statement behind a number that is written. Where a demand is not met, it is divided by zero. */
export const DEMANDS = '/* demands */';

/** Stands in a statement behind its last `WITH` query. */
export const BESIDE = '/* beside */';

/** A statement with the values it is run with. */
export interface BoundStatement extends NamedStatement {
  values: readonly unknown[];
}

/** Postgres tells names apart by so many bytes. */
const LONGEST_NAME = 63;

const texts = new Map<string, string>();

/**
 * Makes one statement of a statement and of what it hangs on, so that all goes to Postgres at once. Demands are asked in
 * their order after what stands before the place kept for them. Where one is not met, the statement fails with
 * `division_by_zero` and does nothing.
 */
export function withDemands(
  { name, text, values }: BoundStatement,
  demands: readonly Demand[],
): BoundStatement {
  const whole = [name, ...demands.map((demand) => demand.name)].join(' ');
  const made = madeOnce(whole, () => {
    let before = values.length;
    const asked = demands.map(({ sql, values: own }) => {
      const question = ` / (${shift(sql, before)})::int`;
      before += own.length;
      return question;
    });
    return text.replace(DEMANDS, () => asked.join(''));
  });
  return { name: whole, text: made, values: [...values, ...demands.flatMap((demand) => demand.values)] };
}

/**
 * Makes one statement of two that write: both do what they do, or neither. Neither sees what the other writes.
 * `beside` may not name a query of its own `beside`.
 */
export function withBeside({ name, text, values }: BoundStatement, beside: BoundStatement): BoundStatement {
  const whole = `${name} ${beside.name}`;
  const made = madeOnce(whole, () =>
    text.replace(BESIDE, () => `, beside AS (${shift(beside.text, values.length)})`),
  );
  return { name: whole, text: made, values: [...values, ...beside.values] };
}

/** @throws RangeError for a name that Postgres would cut off. */
function madeOnce(name: string, make: () => string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  if (name.length > LONGEST_NAME) throw new RangeError(`"${name}" is too long for the name of a statement.`);
  const text = make();
  texts.set(name, text);
  return text;
}

/** Numbers the values of a query behind so many others. */
function shift(sql: string, by: number): string {
  return sql.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + by}`);
}
