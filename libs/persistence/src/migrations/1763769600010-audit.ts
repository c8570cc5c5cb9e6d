import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Acts of power that stand on no room's record. Rows are added and never changed. */
export class Audit1763769600010 implements MigrationInterface {
  name = 'Audit1763769600010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_acts (
        id uuid PRIMARY KEY,
        at timestamptz(3) NOT NULL DEFAULT now(),
        act text NOT NULL,
        meeting_id uuid,
        actor_account_id uuid,
        actor_participant_id uuid,
        subject_account_id uuid,
        subject_participant_id uuid
      );
      CREATE INDEX audit_acts_meeting ON audit_acts (meeting_id, at) WHERE meeting_id IS NOT NULL;
      CREATE INDEX audit_acts_installation ON audit_acts (at) WHERE meeting_id IS NULL;
      CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'acts of power are never changed or removed';
        END $$;
      CREATE TRIGGER audit_acts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_acts
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE audit_acts;
      DROP FUNCTION audit_refuse_change();
    `);
  }
}
