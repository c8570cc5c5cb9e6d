import type { DataSource } from 'typeorm';

/** One row as a dump shows it, with what the database itself adds: transaction ids, place and size. */
export interface DumpedRow {
  table: string;
  /** Everything in the row as text. */
  text: string;
  /** Values that could join it to another row: what stands in its columns, and the transaction that wrote it. */
  values: Set<string>;
  xmin: string;
  cmin: string;
  /** Place in the file: page and line. */
  place: number;
  size: number;
}

/** Reads every table of the database, as somebody would who got hold of it. */
export async function dump(dataSource: DataSource): Promise<DumpedRow[]> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace IN (current_schema()::regnamespace, 'polls_boxes'::regnamespace)`,
  );
  const rows: DumpedRow[] = [];
  for (const { name } of tables) rows.push(...(await dumpTable(dataSource, name)));
  return rows;
}

/** Whom an attack names for which ballot. */
export type Links = Map<string, string>;

/** Links by finding the voter and the ballot in one row. */
export function linkByRow(rows: readonly DumpedRow[], voters: string[], ballots: string[]): Links {
  const links: Links = new Map();
  for (const { text } of rows)
    for (const voter of voters.filter((id) => text.includes(id)))
      for (const ballot of ballots.filter((content) => text.includes(content))) links.set(voter, ballot);
  return dropAmbiguous(rows, links, { voters, ballots });
}

/** Links rows of one voter with rows of one ballot that share a value which no other such row has. */
export function linkByValue(rows: readonly DumpedRow[], voters: string[], ballots: string[]): Links {
  const links: Links = new Map();
  const voterRows = rowsOfOne(rows, voters);
  const ballotRows = rowsOfOne(rows, ballots);
  const ownersOf = (owned: typeof voterRows) => {
    const owners = new Map<string, Set<string>>();
    for (const { owner, row } of owned)
      for (const value of row.values) owners.set(value, (owners.get(value) ?? new Set()).add(owner));
    return owners;
  };
  const votersWith = ownersOf(voterRows);
  for (const [value, contents] of ownersOf(ballotRows)) {
    const [voter, ...otherVoters] = votersWith.get(value) ?? [];
    const [ballot, ...otherBallots] = contents;
    const isUnique = otherVoters.length === 0 && otherBallots.length === 0;
    if (voter !== undefined && ballot !== undefined && isUnique) links.set(voter, ballot);
  }
  return links;
}

/**
 * Links by order: for every pair of tables, of which one has a row for each voter and the other a row for each ballot,
 * the first with the first and so on, in the order of the files and in that of the text. Gives every such guess.
 */
export function linkByOrder(rows: readonly DumpedRow[], voters: string[], ballots: string[]): Links[] {
  const guesses: Links[] = [];
  for (const voterOrder of ordersOf(rows, voters))
    for (const ballotOrder of ordersOf(rows, ballots))
      guesses.push(new Map(voterOrder.map((voter, index) => [voter, ballotOrder[index] as string])));
  return guesses;
}

/** How many of the links are true. */
export function countTrue(links: Links, truth: Links): number {
  return [...links].filter(([voter, ballot]) => truth.get(voter) === ballot).length;
}

async function dumpTable(dataSource: DataSource, table: string): Promise<DumpedRow[]> {
  const rows = await dataSource.query<
    { row: Record<string, unknown>; xmin: string; cmin: string; place: string; size: number }[]
  >(
    `SELECT to_jsonb(t) AS row, t.xmin::text AS xmin, t.cmin::text AS cmin, t.ctid::text AS place,
       pg_column_size(t.*) AS size FROM ${table} t`,
  );
  return rows.map(({ row, xmin, cmin, place, size }) => {
    const columns = Object.values(row).flatMap((value) => (value === null ? [] : [JSON.stringify(value)]));
    const [page = 0, line = 0] = place.slice(1, -1).split(',').map(Number);
    const values = new Set([...columns, `xmin ${xmin}`]);
    return { table, text: columns.join('\t'), values, xmin, cmin, place: page * 10_000 + line, size };
  });
}

/** A row that holds everybody links nobody. */
function dropAmbiguous(
  rows: readonly DumpedRow[],
  links: Links,
  { voters, ballots }: { voters: string[]; ballots: string[] },
): Links {
  const owned = new Set(
    rowsOfOne(rows, voters).flatMap(({ row }) => (rowsOfOne([row], ballots).length > 0 ? [row] : [])),
  );
  return new Map([...links].filter(([voter]) => [...owned].some(({ text }) => text.includes(voter))));
}

/** Rows that hold exactly one of the things looked for. */
function rowsOfOne(rows: readonly DumpedRow[], things: string[]): { owner: string; row: DumpedRow }[] {
  return rows.flatMap((row) => {
    const [owner, ...others] = things.filter((thing) => row.text.includes(thing));
    return owner !== undefined && others.length === 0 ? [{ owner, row }] : [];
  });
}

/** The orders in which a table with a row for each of the things shows them. */
function ordersOf(rows: readonly DumpedRow[], things: string[]): string[][] {
  const owned = rowsOfOne(rows, things);
  const tables = new Set(owned.map(({ row }) => row.table));
  return [...tables].flatMap((table) => {
    const own = owned.filter(({ row }) => row.table === table);
    const isOneEach =
      own.length === things.length && new Set(own.map(({ owner }) => owner)).size === things.length;
    if (!isOneEach) return [];
    const sortings: ((a: DumpedRow, b: DumpedRow) => number)[] = [
      (a, b) => a.place - b.place,
      (a, b) => (a.text < b.text ? -1 : 1),
      (a, b) => Number(a.xmin) - Number(b.xmin) || Number(a.cmin) - Number(b.cmin) || a.place - b.place,
      (a, b) => a.size - b.size || a.place - b.place,
    ];
    return sortings.map((sorting) =>
      [...own].sort((a, b) => sorting(a.row, b.row)).map(({ owner }) => owner),
    );
  });
}
