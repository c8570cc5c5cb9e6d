import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The outcome of a meeting: one set of proposals with its lines, and one communique, for each room. What is due of a
 * silence procedure stands in a table of its own, so that any process may find it after a restart.
 */
export class Publications1763769600050 implements MigrationInterface {
  name = 'Publications1763769600050';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE publications_sets (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        id uuid NOT NULL,
        title text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'adopted')),
        version integer NOT NULL,
        sha256 text NOT NULL,
        lines uuid[] NOT NULL,
        adoption jsonb,
        created_by uuid,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id)
      );
      CREATE TABLE publications_lines (
        room_id uuid NOT NULL REFERENCES publications_sets (room_id),
        id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        number integer NOT NULL,
        proposal_version integer NOT NULL,
        focus_area text,
        title text NOT NULL,
        body text NOT NULL,
        responsible text,
        timeline text,
        support jsonb NOT NULL,
        reservations jsonb NOT NULL,
        sources jsonb NOT NULL,
        adoption jsonb,
        PRIMARY KEY (room_id, id),
        UNIQUE (room_id, proposal_id)
      );
      CREATE TABLE publications_communiques (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        id uuid NOT NULL,
        title text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'circulated', 'adopted')),
        version integer NOT NULL,
        sha256 text NOT NULL,
        parts jsonb NOT NULL,
        circulation jsonb,
        objections jsonb NOT NULL,
        adoption jsonb,
        created_by uuid,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id)
      );
      CREATE TABLE publications_due (
        room_id uuid NOT NULL REFERENCES publications_communiques (room_id),
        act text NOT NULL CHECK (act IN ('remind', 'adopt')),
        due_at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, act)
      );
      CREATE INDEX publications_due_at ON publications_due (due_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE publications_due;
      DROP TABLE publications_communiques;
      DROP TABLE publications_lines;
      DROP TABLE publications_sets;
    `);
  }
}
