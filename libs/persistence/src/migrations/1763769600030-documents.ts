import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The text of a proposal that several write at a time: a Yjs document's state after update `folded`, the updates after it,
 * in whose name each Yjs client writes, and the versions that were fixed. Texts lie by their hash, since a fact names only that.
 */
export class Documents1763769600030 implements MigrationInterface {
  name = 'Documents1763769600030';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE documents_documents (
        room_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        head bigint NOT NULL,
        folded bigint NOT NULL,
        state bytea NOT NULL,
        PRIMARY KEY (room_id, proposal_id),
        FOREIGN KEY (room_id, proposal_id) REFERENCES proposals_proposals (room_id, id)
      );
      CREATE TABLE documents_updates (
        room_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        seq bigint NOT NULL,
        update bytea NOT NULL,
        actor_id uuid NOT NULL,
        client_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, proposal_id, seq)
      );
      CREATE UNIQUE INDEX documents_updates_client
        ON documents_updates (room_id, proposal_id, actor_id, client_id);
      CREATE TABLE documents_authors (
        room_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        client bigint NOT NULL,
        actor_id uuid NOT NULL,
        PRIMARY KEY (room_id, proposal_id, client)
      );
      CREATE TABLE documents_texts (
        room_id uuid NOT NULL,
        sha256 text NOT NULL,
        body text NOT NULL,
        PRIMARY KEY (room_id, sha256)
      );
      CREATE TABLE documents_versions (
        room_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        version integer NOT NULL,
        sha256 text NOT NULL,
        length integer NOT NULL,
        actor_id uuid,
        at timestamptz(3) NOT NULL,
        note text,
        is_in_proposal boolean NOT NULL,
        PRIMARY KEY (room_id, proposal_id, version)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE documents_versions;
      DROP TABLE documents_texts;
      DROP TABLE documents_authors;
      DROP TABLE documents_updates;
      DROP TABLE documents_documents;
    `);
  }
}
