import { Injectable } from '@nestjs/common';
import type { BallotPick } from '@roundtable/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { BoxGone, BoxLost } from './polls.errors.js';
import { SecretBallotEntity } from './secret-ballot.entity.js';
import { shuffle } from './shuffle.js';

/** What is known of one who has cast, while the poll is open. */
export interface Mark {
  elector: string;
  /** What the voter was handed. */
  receipt: string;
  /** Of client id and ballot: recognises the same ballot sent again. */
  fingerprint: string;
}

/** How long the emptying waits for somebody who reads the box, such as a backup that is being made. */
const DROP_WITHIN_MS = 500;

/** SQLSTATE. */
const LOCK_NOT_AVAILABLE = '55P03';
const UNDEFINED_TABLE = '42P01';

/**
 * Keeps the ballots of a secret poll while it is open: a table of ballots and a table of those who have cast, which
 * share no column. Each poll has a pair of its own, so that emptying it can drop the files and not only the rows (ADR
 * 0020). Whoever can read the database, its log or its backups while the poll is open is not defended against. Every
 * method runs under the room's lock but the two that say so.
 */
@Injectable()
export class BallotBox {
  constructor(private readonly dataSource: DataSource) {}

  async open(tx: EntityManager, poll: string): Promise<void> {
    const { ballots, marks } = tablesOf(poll);
    // Never analysed: statistics would keep values of ballots elsewhere in the database.
    await tx.query(`
      CREATE TABLE ${ballots} (picks jsonb NOT NULL) WITH (autovacuum_enabled = false);
      CREATE TABLE ${marks} (elector_id uuid PRIMARY KEY, receipt text NOT NULL, fingerprint text NOT NULL)
        WITH (autovacuum_enabled = false)`);
  }

  /** The mark of one elector, null where none was made. @throws BoxLost */
  async findMark(tx: EntityManager, poll: string, elector: string): Promise<Mark | null> {
    const sql = `SELECT elector_id AS elector, receipt, fingerprint FROM ${tablesOf(poll).marks} WHERE elector_id = $1`;
    const [row] = await tx.query<Mark[]>(sql, [elector]).catch(tellLost(poll));
    return row ?? null;
  }

  /** The mark a receipt was handed for, null where none was or the box is gone. */
  async findByReceipt(tx: EntityManager, poll: string, receipt: string): Promise<Mark | null> {
    const { marks } = tablesOf(poll);
    if (!(await this.isThere(tx, poll))) return null;
    const sql = `SELECT elector_id AS elector, receipt, fingerprint FROM ${marks} WHERE receipt = $1`;
    const [row] = await tx.query<Mark[]>(sql, [receipt]);
    return row ?? null;
  }

  /** Who has cast. May be asked without the lock, and then the box may be gone. @throws BoxGone */
  async readElectors(manager: EntityManager, poll: string): Promise<Set<string>> {
    const { marks } = tablesOf(poll);
    if (!(await this.isThere(manager, poll))) return new Set();
    const rows = await manager
      .query<{ elector: string }[]>(`SELECT elector_id AS elector FROM ${marks}`)
      .catch((error: unknown) => {
        throw codeOf(error) === UNDEFINED_TABLE ? new BoxGone(poll) : error;
      });
    return new Set(rows.map(({ elector }) => elector));
  }

  async cast(tx: EntityManager, poll: string, mark: Mark, picks: readonly BallotPick[]): Promise<void> {
    const { ballots, marks } = tablesOf(poll);
    await tx.query(`INSERT INTO ${marks} VALUES ($1, $2, $3)`, [
      mark.elector,
      mark.receipt,
      mark.fingerprint,
    ]);
    await tx.query(`INSERT INTO ${ballots} VALUES ($1)`, [JSON.stringify(picks)]);
  }

  /** What is in the box, in no order: the ballots are shuffled and the receipts sorted first. @throws BoxLost */
  async read(tx: EntityManager, poll: string): Promise<{ ballots: BallotPick[][]; receipts: string[] }> {
    const { ballots, marks } = tablesOf(poll);
    const cast = await tx
      .query<{ picks: BallotPick[] }[]>(`SELECT picks FROM ${ballots}`)
      .catch(tellLost(poll));
    const handed = await tx.query<{ receipt: string }[]>(`SELECT receipt FROM ${marks}`);
    return {
      ballots: shuffle(cast.map(({ picks }) => picks)),
      receipts: handed.map(({ receipt }) => receipt).sort(),
    };
  }

  /**
   * Keeps the ballots for good, all written by one statement of one transaction, in the order given: the same
   * transaction id stands on each of them.
   */
  async keep(tx: EntityManager, room: string, poll: string, ballots: readonly BallotPick[][]): Promise<void> {
    const rows = ballots.map((picks, index) => ({ roomId: room, pollId: poll, ordinal: index + 1, picks }));
    if (rows.length > 0) await tx.insert(SecretBallotEntity, rows);
  }

  /**
   * Destroys the box: its files are unlinked at the commit. Where somebody is reading it, such as a backup, the room
   * does not wait for them: the rows are deleted now and the empty tables dropped by `dropLeftOver`.
   */
  async destroy(tx: EntityManager, poll: string): Promise<void> {
    const { ballots, marks } = tablesOf(poll);
    const [before] = await tx.query<{ wait: string }[]>(`SELECT current_setting('lock_timeout') AS wait`);
    await tx.query('SAVEPOINT emptying');
    try {
      await tx.query(`SET LOCAL lock_timeout = ${DROP_WITHIN_MS}`);
      await tx.query(`DROP TABLE IF EXISTS ${ballots}, ${marks}`);
    } catch (error) {
      if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT emptying');
      await tx.query(`DELETE FROM ${ballots}`);
      await tx.query(`DELETE FROM ${marks}`);
    }
    await tx.query(`SELECT set_config('lock_timeout', $1, true)`, [before?.wait ?? '0']);
  }

  /**
   * Drops boxes of polls that are over, which somebody was reading when they were emptied. Needs no room's lock: nobody
   * casts into them any more. Gives up on those still being read.
   */
  async dropLeftOver(): Promise<void> {
    const { manager } = this.dataSource;
    const left = await manager.query<{ name: string }[]>(`
      SELECT 'polls_boxes.' || c.relname AS name FROM pg_class c JOIN polls_polls p
        ON c.relname IN ('ballots_' || replace(p.id::text, '-', ''), 'marks_' || replace(p.id::text, '-', ''))
      WHERE c.relkind = 'r' AND c.relnamespace = 'polls_boxes'::regnamespace
        AND p.state IN ('closed', 'published', 'cancelled')`);
    for (const { name } of left)
      await manager
        .transaction(async (tx) => {
          await tx.query(`SET LOCAL lock_timeout = ${DROP_WITHIN_MS}`);
          await tx.query(`DROP TABLE IF EXISTS ${name}`);
        })
        .catch((error: unknown) => {
          if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
        });
  }

  private async isThere(manager: EntityManager, poll: string): Promise<boolean> {
    const [found] = await manager.query<{ exists: boolean }[]>(
      'SELECT to_regclass($1) IS NOT NULL AS exists',
      [tablesOf(poll).marks],
    );
    return found?.exists ?? false;
  }
}

/** The tables of a poll's box. The id is a uuid of our own, so the names need no quoting. */
function tablesOf(poll: string): { ballots: string; marks: string } {
  const key = poll.replaceAll('-', '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(key)) throw new Error(`${poll} is no id of a poll.`);
  return { ballots: `polls_boxes.ballots_${key}`, marks: `polls_boxes.marks_${key}` };
}

/** A backup holds no box, so a poll that was open when it was made has none when it is restored. */
function tellLost(poll: string): (error: unknown) => never {
  return (error) => {
    throw codeOf(error) === UNDEFINED_TABLE ? new BoxLost(poll) : error;
  };
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}
