import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A message is written in every commit of the record, under the lock of the room that its foreign key would look up again,
 * and nobody reads messages by their speaker alone.
 */
export class LighterMessages1763769600021 implements MigrationInterface {
  name = 'LighterMessages1763769600021';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE discussion_messages DROP CONSTRAINT discussion_messages_room_id_fkey;
      DROP INDEX discussion_messages_speaker;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX discussion_messages_speaker ON discussion_messages (room_id, speaker_id, seq);
      ALTER TABLE discussion_messages ADD CONSTRAINT discussion_messages_room_id_fkey
        FOREIGN KEY (room_id) REFERENCES record_logs (room_id);
    `);
  }
}
