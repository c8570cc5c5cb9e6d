import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What became of adopted proposals: one follow-up for each, its reports, and the files that prove them. Bytes lie in
 * parts, so that they are read piece by piece and are in every backup. What is due stands in a table of its own, so that
 * any process may find it after a restart.
 */
export class FollowUp1763769600070 implements MigrationInterface {
  name = 'FollowUp1763769600070';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE follow_up_follow_ups (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        number integer NOT NULL,
        title text NOT NULL,
        line_id uuid,
        responsible jsonb NOT NULL,
        due_on text NOT NULL,
        review_on text,
        remind_at timestamptz(3),
        state text NOT NULL CHECK (state IN ('planned', 'under_way', 'done', 'delayed', 'dropped')),
        progress integer NOT NULL CHECK (progress BETWEEN 0 AND 100),
        reason text,
        updates integer NOT NULL,
        latest jsonb,
        version integer NOT NULL,
        created_by uuid,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, id),
        UNIQUE (room_id, proposal_id)
      );
      CREATE TABLE follow_up_updates (
        room_id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        words text NOT NULL,
        state text NOT NULL,
        progress integer NOT NULL,
        reason text,
        proofs jsonb NOT NULL,
        actor_id uuid,
        at timestamptz(3) NOT NULL,
        earlier jsonb NOT NULL,
        PRIMARY KEY (room_id, follow_up_id, id),
        FOREIGN KEY (room_id, follow_up_id) REFERENCES follow_up_follow_ups (room_id, id)
      );
      CREATE TABLE follow_up_files (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        id uuid NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        bytes integer NOT NULL,
        sha256 text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz(3) NOT NULL,
        is_kept boolean NOT NULL DEFAULT false,
        PRIMARY KEY (room_id, id)
      );
      CREATE INDEX follow_up_files_unused ON follow_up_files (uploaded_at) WHERE NOT is_kept;
      CREATE TABLE follow_up_file_parts (
        room_id uuid NOT NULL,
        file_id uuid NOT NULL,
        part integer NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (room_id, file_id, part),
        FOREIGN KEY (room_id, file_id) REFERENCES follow_up_files (room_id, id) ON DELETE CASCADE
      );
      CREATE TABLE follow_up_due (
        room_id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, follow_up_id),
        FOREIGN KEY (room_id, follow_up_id) REFERENCES follow_up_follow_ups (room_id, id)
      );
      CREATE INDEX follow_up_due_at ON follow_up_due (due_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE follow_up_due;
      DROP TABLE follow_up_file_parts;
      DROP TABLE follow_up_files;
      DROP TABLE follow_up_updates;
      DROP TABLE follow_up_follow_ups;
    `);
  }
}
