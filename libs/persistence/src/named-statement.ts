import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** SQL that a connection parses and plans once, and then knows by its name. */
export interface NamedStatement {
  name: string;
  text: string;
}

/** What of a `pg` connection is used here. */
interface Connection {
  query(query: string): Promise<Answered | Answered[]>;
  query(query: NamedStatement & { values: readonly unknown[] }): Promise<Answered>;
  escapeLiteral(text: string): string;
}

interface Answered {
  rows: unknown[];
}

/** Connections by the runner they were taken for: known here, a question goes out in the order of the calls. */
const connections = new WeakMap<QueryRunner, Connection>();

/** Remembers the connection of a transaction, so that questions asked at once reach it in the order of the calls. */
export function knowConnection(runner: QueryRunner, connection: unknown): void {
  connections.set(runner, connection as Connection);
}

/** Runs a named statement on the transaction's own connection and returns its rows. */
export async function runNamed<Row>(
  tx: EntityManager,
  statement: NamedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const connection = knownConnectionOf(tx) ?? (await connectionOf(tx));
  const { rows } = await connection.query({ ...statement, values });
  return rows as Row[];
}

/** Runs a named statement by itself, on whichever connection is free, and returns its rows. */
export async function runNamedAlone<Row>(
  dataSource: DataSource,
  statement: NamedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return await runNamed<Row>(runner.manager, statement, values);
  } finally {
    await runner.release();
  }
}

/**
 * Runs several statements in one round trip and returns the rows of the last. Postgres takes no parameters with these:
 * `write` gets a function that quotes a text as a literal.
 */
export async function runTogether<Row>(
  tx: EntityManager,
  write: (quote: (text: string) => string) => readonly string[],
): Promise<Row[]> {
  const connection = knownConnectionOf(tx) ?? (await connectionOf(tx));
  const answers = await connection.query(write((text) => connection.escapeLiteral(text)).join('; '));
  const last = Array.isArray(answers) ? answers.at(-1) : answers;
  return (last?.rows ?? []) as Row[];
}

/**
 * Waits for all of several questions on one connection, so that none is left behind when another fails.
 * @throws what the first that failed failed with: the others only say that the transaction is over.
 */
export async function allOrFirst<T extends readonly unknown[]>(
  ...questions: { [K in keyof T]: Promise<T[K]> }
): Promise<T> {
  const answers = await Promise.allSettled(questions);
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
  return answers.map((answer) => (answer as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

function knownConnectionOf({ queryRunner }: EntityManager): Connection | undefined {
  return queryRunner && connections.get(queryRunner);
}

async function connectionOf({ queryRunner }: EntityManager): Promise<Connection> {
  if (!queryRunner)
    throw new Error('Named statements run on one connection: inside a transaction, or alone.');
  return (await queryRunner.connect()) as Connection;
}
