import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for the floor. */
export class Floor1763769600004 implements MigrationInterface {
  name = 'Floor1763769600004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE floor_requests (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        id uuid NOT NULL,
        participant_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('statement', 'reply', 'pro', 'contra', 'intervention', 'interposed_question', 'point_of_order')),
        note text,
        state text NOT NULL CHECK (state IN ('waiting', 'speaking', 'paused', 'done', 'withdrawn', 'removed')),
        sort_order integer NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        granted_at timestamptz(3),
        ended_at timestamptz(3),
        PRIMARY KEY (room_id, id)
      );
      CREATE UNIQUE INDEX floor_requests_waiting ON floor_requests (room_id, participant_id, kind) WHERE state = 'waiting';
      CREATE INDEX floor_requests_active ON floor_requests (room_id, sort_order) WHERE state IN ('waiting', 'speaking', 'paused');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE floor_requests;
    `);
  }
}
