import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Amendments on paragraphs of proposals, the entries that took each through its life, and the proposals on which no new ones
 * are taken.
 */
export class Amendments1763769600060 implements MigrationInterface {
  name = 'Amendments1763769600060';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE amendments_amendments (
        room_id uuid NOT NULL,
        id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        number integer NOT NULL,
        label text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('replace', 'insert', 'delete')),
        version integer NOT NULL,
        paragraph integer NOT NULL,
        was text,
        body text,
        reason text,
        sponsors jsonb NOT NULL,
        state text NOT NULL
          CHECK (state IN ('tabled', 'needs_rebase', 'accepted', 'rejected', 'withdrawn', 'merged')),
        revision integer NOT NULL,
        needs jsonb,
        recommendation jsonb,
        decision jsonb,
        merged_in integer,
        stands integer[] NOT NULL,
        promoted_to uuid,
        tabled_by uuid NOT NULL,
        tabled_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, id),
        UNIQUE (room_id, proposal_id, number),
        FOREIGN KEY (room_id, proposal_id) REFERENCES proposals_proposals (room_id, id)
      );
      CREATE TABLE amendments_steps (
        room_id uuid NOT NULL,
        amendment_id uuid NOT NULL,
        seq bigint NOT NULL,
        PRIMARY KEY (room_id, amendment_id, seq),
        FOREIGN KEY (room_id, amendment_id) REFERENCES amendments_amendments (room_id, id)
      );
      CREATE TABLE amendments_stops (
        room_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        by_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        reason text,
        PRIMARY KEY (room_id, proposal_id),
        FOREIGN KEY (room_id, proposal_id) REFERENCES proposals_proposals (room_id, id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE amendments_stops;
      DROP TABLE amendments_steps;
      DROP TABLE amendments_amendments;
    `);
  }
}
