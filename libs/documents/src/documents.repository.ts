import { Injectable } from '@nestjs/common';
import {
  DEMANDS,
  runNamed,
  runNamedAlone,
  runTogether,
  withDemands,
  type BoundStatement,
} from '@roundtable/persistence';
import type { Demand } from '@roundtable/platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { DocumentKey } from './document-key.js';

/** A document as it is stored: its state after update `folded`; later updates lie beside it. */
export interface StoredDocument {
  head: number;
  folded: number;
  state: Uint8Array;
}

export interface StoredUpdate {
  seq: number;
  update: Uint8Array;
}

/** An update about to be inserted. */
export interface NewUpdate extends StoredUpdate {
  actor: string;
  clientId: string;
  /** Yjs client ids that write in the actor's name from now on. */
  claimed: readonly number[];
}

/** The update that a client id made. */
export interface OriginalUpdate {
  seq: number;
  update: Uint8Array;
}

const LOCK_WITHIN_MS = 5_000;
/** Rights are asked as they were when the statement began: it may not wait longer than a right may outlast its end. */
const LOCK_OF_ONE_WITHIN_MS = 2_000;

const FIND_ORIGINALS = {
  name: 'documents_find_originals',
  text: `SELECT wanted.place, found.seq, found.update
    FROM unnest($3::uuid[], $4::uuid[]) WITH ORDINALITY AS wanted (actor_id, client_id, place)
    JOIN documents_updates found ON found.room_id = $1 AND found.proposal_id = $2
      AND found.actor_id = wanted.actor_id AND found.client_id = wanted.client_id`,
};

/** The head in each row; one row without an update where none is there. */
const READ_NEWS = {
  name: 'documents_read_news',
  text: `SELECT head, seq, update
    FROM documents_documents document LEFT JOIN documents_updates news ON news.room_id = document.room_id
      AND news.proposal_id = document.proposal_id AND news.seq > $3 AND news.seq <= $4
    WHERE document.room_id = $1 AND document.proposal_id = $2 ORDER BY seq`,
};

const APPEND = {
  name: 'documents_append',
  text: `WITH moved AS (
      UPDATE documents_documents SET head = $3 WHERE room_id = $1 AND proposal_id = $2),
    named AS (
      INSERT INTO documents_authors (room_id, proposal_id, client, actor_id)
      SELECT $1, $2, client, actor FROM unnest($8::bigint[], $9::uuid[]) AS new (client, actor)
      ON CONFLICT DO NOTHING)
    INSERT INTO documents_updates (room_id, proposal_id, seq, update, actor_id, client_id, at)
    SELECT $1, $2, seq, update, actor, client_id, now()
    FROM unnest($4::bigint[], $5::bytea[], $6::uuid[], $7::uuid[]) AS new (seq, update, actor, client_id)`,
};

/**
 * A transaction of its own that does as APPEND where the head is still `$10`; else it divides by zero. The document is locked
 * by the first thing that is divided by.
 */
const APPEND_AFTER = {
  name: 'documents_append_after',
  text: `WITH settled AS MATERIALIZED (
      SELECT set_config('lock_timeout', '${LOCK_OF_ONE_WITHIN_MS}', true), set_config('synchronous_commit', 'on', true)),
    moved AS (
      UPDATE documents_documents SET head = $3
      WHERE room_id = $1 AND proposal_id = $2 AND head = $10 AND (SELECT count(*) FROM settled) = 1 RETURNING 1),
    named AS (
      INSERT INTO documents_authors (room_id, proposal_id, client, actor_id)
      SELECT $1, $2, client, actor FROM unnest($8::bigint[], $9::uuid[]) AS new (client, actor)
      ON CONFLICT DO NOTHING)
    INSERT INTO documents_updates (room_id, proposal_id, seq, update, actor_id, client_id, at)
    SELECT $1, $2, seq / (SELECT count(*) FROM moved)${DEMANDS}, update, actor, client_id, now()
    FROM unnest($4::bigint[], $5::bytea[], $6::uuid[], $7::uuid[]) AS new (seq, update, actor, client_id)`,
};

/** All the SQL of documents and their updates. Everything runs on the manager it is handed. */
@Injectable()
export class DocumentsRepository {
  /** Begins a transaction and locks the document, in one round trip. Null where nobody has opened it yet. */
  async begin(tx: EntityManager, { room, proposal }: DocumentKey): Promise<{ head: number } | null> {
    const [row] = await runTogether<{ head: string | number }>(tx, (quote) => [
      'BEGIN ISOLATION LEVEL READ COMMITTED',
      'SET LOCAL synchronous_commit = on',
      `SET LOCAL lock_timeout = ${LOCK_WITHIN_MS}`,
      `SELECT head FROM documents_documents
       WHERE room_id = ${quote(room)} AND proposal_id = ${quote(proposal)} FOR UPDATE`,
    ]);
    return row ? { head: Number(row.head) } : null;
  }

  /** Makes the document unless it is there. True where it was made now. */
  async create(tx: EntityManager, { room, proposal }: DocumentKey, state: Uint8Array): Promise<void> {
    await tx.query(
      `INSERT INTO documents_documents (room_id, proposal_id, head, folded, state) VALUES ($1, $2, 0, 0, $3)
       ON CONFLICT DO NOTHING`,
      [room, proposal, Buffer.from(state)],
    );
  }

  async readHead(manager: EntityManager, { room, proposal }: DocumentKey): Promise<number | null> {
    const [row] = await manager.query<{ head: string | number }[]>(
      'SELECT head FROM documents_documents WHERE room_id = $1 AND proposal_id = $2',
      [room, proposal],
    );
    return row ? Number(row.head) : null;
  }

  /** The head, locked until the transaction ends. */
  async lockHead(tx: EntityManager, { room, proposal }: DocumentKey): Promise<number | null> {
    const [row] = await tx.query<{ head: string | number }[]>(
      'SELECT head FROM documents_documents WHERE room_id = $1 AND proposal_id = $2 FOR UPDATE',
      [room, proposal],
    );
    return row ? Number(row.head) : null;
  }

  /**
   * The head, and the updates after `after` up to `upTo`, ascending, both of one moment: fewer than there were where some
   * were folded into the state. Null where there is no such document.
   */
  async readNews(
    dataSource: DataSource,
    { room, proposal }: DocumentKey,
    { after, upTo }: { after: number; upTo: number },
  ): Promise<{ head: number; updates: StoredUpdate[] } | null> {
    const rows = await runNamedAlone<{ head: string | number; seq: string | number | null; update: Buffer }>(
      dataSource,
      READ_NEWS,
      [room, proposal, after, upTo],
    );
    const [first] = rows;
    if (!first) return null;
    const updates = rows.filter(({ seq }) => seq !== null);
    return {
      head: Number(first.head),
      updates: updates.map(({ seq, update }) => ({ seq: Number(seq), update })),
    };
  }

  async readDocument(
    manager: EntityManager,
    { room, proposal }: DocumentKey,
  ): Promise<StoredDocument | null> {
    const [row] = await manager.query<{ head: string; folded: string; state: Buffer }[]>(
      'SELECT head, folded, state FROM documents_documents WHERE room_id = $1 AND proposal_id = $2',
      [room, proposal],
    );
    return row ? { head: Number(row.head), folded: Number(row.folded), state: row.state } : null;
  }

  /** Updates after `after` up to `upTo`, ascending: fewer than asked for where some were folded into the state. */
  async readUpdates(
    manager: EntityManager,
    { room, proposal }: DocumentKey,
    { after, upTo }: { after: number; upTo: number },
  ): Promise<StoredUpdate[]> {
    const rows = await manager.query<{ seq: string | number; update: Buffer }[]>(
      `SELECT seq, update FROM documents_updates
       WHERE room_id = $1 AND proposal_id = $2 AND seq > $3 AND seq <= $4 ORDER BY seq`,
      [room, proposal, after, upTo],
    );
    return rows.map(({ seq, update }) => ({ seq: Number(seq), update }));
  }

  async readAuthors(manager: EntityManager, { room, proposal }: DocumentKey): Promise<Map<number, string>> {
    const rows = await manager.query<{ client: string | number; actor_id: string }[]>(
      'SELECT client, actor_id FROM documents_authors WHERE room_id = $1 AND proposal_id = $2',
      [room, proposal],
    );
    return new Map(rows.map(({ client, actor_id }) => [Number(client), actor_id]));
  }

  /** What the client ids of some people made before, in the order of the asking. */
  async findOriginals(
    tx: EntityManager,
    { room, proposal }: DocumentKey,
    ids: readonly { actor: string; clientId: string }[],
  ): Promise<(OriginalUpdate | null)[]> {
    const rows = await runNamed<{ place: string | number; seq: string | number; update: Buffer }>(
      tx,
      FIND_ORIGINALS,
      [room, proposal, ids.map(({ actor }) => actor), ids.map(({ clientId }) => clientId)],
    );
    const found = new Map(rows.map((row) => [Number(row.place), row]));
    return ids.map((_, index) => {
      const row = found.get(index + 1);
      return row ? { seq: Number(row.seq), update: row.update } : null;
    });
  }

  /** Inserts updates and moves the head to the last, in one statement. The caller holds the document's lock. */
  async append(tx: EntityManager, key: DocumentKey, updates: readonly NewUpdate[]): Promise<void> {
    if (updates.length > 0) await runNamed(tx, APPEND, valuesOf(key, updates));
  }

  /**
   * As `append`, as a transaction of its own. It fails, with whatever error, where the head is not `head`, a client id was
   * used before, or a demand is not met.
   */
  appendAfter(
    key: DocumentKey,
    { head, updates, demands }: { head: number; updates: readonly NewUpdate[]; demands: readonly Demand[] },
  ): BoundStatement {
    return withDemands({ ...APPEND_AFTER, values: [...valuesOf(key, updates), head] }, demands);
  }

  /** Makes `state` the document after update `upTo` and drops the updates that are in it. Under the document's lock. */
  async fold(
    tx: EntityManager,
    { room, proposal }: DocumentKey,
    { state, upTo }: { state: Uint8Array; upTo: number },
  ): Promise<void> {
    await tx.query(
      'UPDATE documents_documents SET state = $3, folded = $4 WHERE room_id = $1 AND proposal_id = $2',
      [room, proposal, Buffer.from(state), upTo],
    );
    await tx.query('DELETE FROM documents_updates WHERE room_id = $1 AND proposal_id = $2 AND seq <= $3', [
      room,
      proposal,
      upTo,
    ]);
  }

  /** The heads of some documents. */
  async readHeads(
    manager: EntityManager,
    keys: readonly DocumentKey[],
  ): Promise<(DocumentKey & { head: number })[]> {
    const rows = await manager.query<{ room_id: string; proposal_id: string; head: string | number }[]>(
      `SELECT room_id, proposal_id, head FROM documents_documents
       WHERE (room_id, proposal_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`,
      [keys.map(({ room }) => room), keys.map(({ proposal }) => proposal)],
    );
    return rows.map((row) => ({ room: row.room_id, proposal: row.proposal_id, head: Number(row.head) }));
  }
}

function valuesOf({ room, proposal }: DocumentKey, updates: readonly NewUpdate[]): unknown[] {
  const claims = updates.flatMap(({ claimed, actor }) => claimed.map((client) => ({ client, actor })));
  return [
    room,
    proposal,
    updates.at(-1)?.seq,
    updates.map(({ seq }) => seq),
    updates.map(({ update }) => Buffer.from(update)),
    updates.map(({ actor }) => actor),
    updates.map(({ clientId }) => clientId),
    claims.map(({ client }) => client),
    claims.map(({ actor }) => actor),
  ];
}
