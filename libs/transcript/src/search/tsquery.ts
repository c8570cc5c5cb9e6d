import type { SearchTerm } from './search-query.js';

/** A piece of SQL with the values it refers to. */
export interface SqlPiece {
  sql: string;
  values: unknown[];
}

/**
 * Writes the terms as one tsquery: each is asked for as it stands and by its Russian (or, for Latin letters, English)
 * stem. What was typed only ever travels as a value, so no operator in it can reach the parser of tsqueries.
 * `firstValue` is the number of the first free parameter.
 */
export function writeTsquery(terms: readonly SearchTerm[], firstValue: number): SqlPiece {
  const values: unknown[] = [];
  const place = (value: string) => `$${firstValue + values.push(value) - 1}`;
  const parts = terms.map((term) => {
    const sql = writeTerm(term, place);
    return term.excluded ? `(!! ${sql})` : sql;
  });
  return { sql: parts.join(' && '), values };
}

function writeTerm(term: SearchTerm, place: (value: string) => string): string {
  const text = `${place(term.text)}::text`;
  const parse = term.kind === 'phrase' ? 'phraseto_tsquery' : 'plainto_tsquery';
  const asTyped = term.prefix
    ? `to_tsquery('simple', ${place(`'${term.text}':*`)}::text)`
    : `${parse}('simple', ${text})`;
  return `(${asTyped} || ${parse}('russian', ${text}))`;
}
