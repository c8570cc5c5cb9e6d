import { Injectable } from '@nestjs/common';
import type { DocumentVersionView } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import type { DocumentKey } from '../document-key.js';

interface VersionRow {
  version: number;
  sha256: string;
  length: number;
  actor_id: string | null;
  at: Date;
  note: string | null;
  is_in_proposal: boolean;
}

const COLUMNS = 'version, sha256, length, actor_id, at, note, is_in_proposal';

/** Reads and writes the versions of documents, and their texts by hash. */
@Injectable()
export class VersionsRepository {
  /** Oldest first. */
  async list(manager: EntityManager, { room, proposal }: DocumentKey): Promise<DocumentVersionView[]> {
    const rows = await manager.query<VersionRow[]>(
      `SELECT ${COLUMNS} FROM documents_versions WHERE room_id = $1 AND proposal_id = $2 ORDER BY version`,
      [room, proposal],
    );
    return rows.map((row) => toView(proposal, row));
  }

  async last(manager: EntityManager, { room, proposal }: DocumentKey): Promise<DocumentVersionView | null> {
    const [row] = await manager.query<VersionRow[]>(
      `SELECT ${COLUMNS} FROM documents_versions WHERE room_id = $1 AND proposal_id = $2
       ORDER BY version DESC LIMIT 1`,
      [room, proposal],
    );
    return row ? toView(proposal, row) : null;
  }

  /** A version with its text; the text is null where it was not brought along by an import. */
  async find(
    manager: EntityManager,
    { room, proposal }: DocumentKey,
    version: number,
  ): Promise<{ version: DocumentVersionView; text: string | null } | null> {
    const [row] = await manager.query<(VersionRow & { body: string | null })[]>(
      `SELECT v.version, v.sha256, v.length, v.actor_id, v.at, v.note, v.is_in_proposal, t.body
       FROM documents_versions v LEFT JOIN documents_texts t ON t.room_id = v.room_id AND t.sha256 = v.sha256
       WHERE v.room_id = $1 AND v.proposal_id = $2 AND v.version = $3`,
      [room, proposal, version],
    );
    return row ? { version: toView(proposal, row), text: row.body } : null;
  }

  async keepText(tx: EntityManager, room: string, sha256: string, text: string): Promise<void> {
    await tx.query(
      'INSERT INTO documents_texts (room_id, sha256, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [room, sha256, text],
    );
  }

  async save(tx: EntityManager, room: string, version: DocumentVersionView): Promise<void> {
    await tx.query(
      `INSERT INTO documents_versions
         (room_id, proposal_id, version, sha256, length, actor_id, at, note, is_in_proposal)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        room,
        version.proposal,
        version.version,
        version.sha256,
        version.length,
        version.by,
        version.at,
        version.note,
        version.isInProposal,
      ],
    );
  }
}

function toView(proposal: string, row: VersionRow): DocumentVersionView {
  return {
    proposal,
    version: row.version,
    sha256: row.sha256,
    length: row.length,
    by: row.actor_id,
    at: row.at.toISOString(),
    note: row.note,
    isInProposal: row.is_in_proposal,
  };
}
