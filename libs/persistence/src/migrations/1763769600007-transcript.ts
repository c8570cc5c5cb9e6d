import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was imported, so that the same file is never imported twice. */
export class Transcript1763769600007 implements MigrationInterface {
  name = 'Transcript1763769600007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE transcript_imports (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL REFERENCES meetings_meetings (id),
        format text NOT NULL,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE UNIQUE INDEX transcript_imports_file ON transcript_imports (format, sha256);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE transcript_imports;
    `);
  }
}
