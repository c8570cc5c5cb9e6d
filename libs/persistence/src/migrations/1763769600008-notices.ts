import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that is due; a worker sweeps it. */
export class Notices1763769600008 implements MigrationInterface {
  name = 'Notices1763769600008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE notices_outbox (
        id uuid PRIMARY KEY,
        recipient text NOT NULL,
        subject text NOT NULL,
        body text NOT NULL,
        attachments jsonb NOT NULL DEFAULT '[]',
        created_at timestamptz(3) NOT NULL,
        due_at timestamptz(3) NOT NULL,
        sent_at timestamptz(3),
        attempts integer NOT NULL DEFAULT 0,
        last_error text
      );
      CREATE INDEX notices_outbox_due ON notices_outbox (due_at) WHERE sent_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE notices_outbox;
    `);
  }
}
