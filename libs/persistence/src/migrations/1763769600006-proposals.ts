import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals, the words they came from, positions and decisions. */
export class Proposals1763769600006 implements MigrationInterface {
  name = 'Proposals1763769600006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE proposals_proposals (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        id uuid NOT NULL,
        number integer NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        state text NOT NULL CHECK (state IN ('captured', 'submitted', 'admitted', 'under_discussion', 'deciding', 'adopted', 'adopted_as_amended', 'rejected', 'not_decided', 'withdrawn', 'not_admitted', 'merged', 'referred', 'adjourned')),
        focus_area text,
        responsible text,
        timeline text,
        version integer NOT NULL DEFAULT 1,
        captured_by uuid,
        captured_at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, id),
        UNIQUE (room_id, number)
      );
      CREATE TABLE proposals_sources (
        room_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        ordinal integer NOT NULL,
        source_room_id uuid NOT NULL,
        seq bigint NOT NULL,
        text_seq bigint NOT NULL,
        from_offset integer NOT NULL,
        to_offset integer NOT NULL,
        sha256 text NOT NULL,
        delegation_id uuid,
        PRIMARY KEY (room_id, proposal_id, ordinal),
        FOREIGN KEY (room_id, proposal_id) REFERENCES proposals_proposals (room_id, id)
      );
      CREATE INDEX proposals_sources_entry ON proposals_sources (source_room_id, seq);
      CREATE TABLE proposals_positions (
        room_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        participant_id uuid NOT NULL,
        value numeric(3, 2) NOT NULL CHECK (value BETWEEN -1 AND 1),
        reason text,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, proposal_id, participant_id),
        FOREIGN KEY (room_id, proposal_id) REFERENCES proposals_proposals (room_id, id)
      );
      CREATE TABLE proposals_decisions (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        id uuid NOT NULL,
        proposal_id uuid,
        body text NOT NULL,
        result text NOT NULL CHECK (result IN ('adopted', 'rejected', 'not_decided')),
        decided_by uuid,
        at timestamptz(3) NOT NULL,
        seq bigint NOT NULL,
        PRIMARY KEY (room_id, id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE proposals_decisions;
      DROP TABLE proposals_positions;
      DROP TABLE proposals_sources;
      DROP TABLE proposals_proposals;
    `);
  }
}
