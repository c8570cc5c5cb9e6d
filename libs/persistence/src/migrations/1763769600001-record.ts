import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of each room: one row that holds the head, and the entries. */
export class Record1763769600001 implements MigrationInterface {
  name = 'Record1763769600001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE record_logs (
        room_id uuid PRIMARY KEY,
        head bigint NOT NULL DEFAULT 0,
        epoch integer NOT NULL DEFAULT 1,
        rights_version integer NOT NULL DEFAULT 1,
        last_at timestamptz(3) NOT NULL DEFAULT '-infinity'
      );
      CREATE TABLE record_entries (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        seq bigint NOT NULL,
        at timestamptz(3) NOT NULL,
        type text NOT NULL,
        actor_id uuid,
        client_id uuid,
        intent_hash bytea,
        item_id uuid,
        segment_id uuid,
        target_seq bigint,
        data jsonb NOT NULL,
        PRIMARY KEY (room_id, seq)
      );
      CREATE UNIQUE INDEX record_entries_client ON record_entries (room_id, actor_id, client_id) WHERE client_id IS NOT NULL;
      CREATE INDEX record_entries_target ON record_entries (room_id, target_seq, seq) WHERE target_seq IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE record_entries;
      DROP TABLE record_logs;
    `);
  }
}
