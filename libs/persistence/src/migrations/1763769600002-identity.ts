import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, set-up links, personal invitations and logins. Tokens are stored as hashes only. */
export class Identity1763769600002 implements MigrationInterface {
  name = 'Identity1763769600002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity_accounts (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        password_hash text,
        role text CHECK (role IN ('administrator', 'organiser')),
        created_at timestamptz(3) NOT NULL,
        disabled_at timestamptz(3)
      );
      CREATE UNIQUE INDEX identity_accounts_email ON identity_accounts (lower(email));
      CREATE TABLE identity_setup_links (
        id uuid PRIMARY KEY,
        purpose text NOT NULL CHECK (purpose IN ('first_administrator', 'account')),
        account_id uuid REFERENCES identity_accounts (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3)
      );
      CREATE TABLE identity_invitations (
        id uuid PRIMARY KEY,
        meeting_id uuid NOT NULL,
        participant_id uuid NOT NULL,
        created_at timestamptz(3) NOT NULL,
        sent_at timestamptz(3),
        revoked_at timestamptz(3),
        expires_at timestamptz(3)
      );
      CREATE INDEX identity_invitations_meeting ON identity_invitations (meeting_id);
      CREATE UNIQUE INDEX identity_invitations_valid ON identity_invitations (participant_id) WHERE revoked_at IS NULL;
      CREATE TABLE identity_logins (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        account_id uuid REFERENCES identity_accounts (id) ON DELETE CASCADE,
        invitation_id uuid REFERENCES identity_invitations (id) ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        consented_at timestamptz(3),
        ended_at timestamptz(3),
        user_agent text,
        CHECK ((account_id IS NULL) <> (invitation_id IS NULL))
      );
      CREATE INDEX identity_logins_account ON identity_logins (account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX identity_logins_invitation ON identity_logins (invitation_id) WHERE invitation_id IS NOT NULL;
      CREATE INDEX identity_logins_ended ON identity_logins (ended_at) WHERE ended_at IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE identity_logins;
      DROP TABLE identity_invitations;
      DROP TABLE identity_setup_links;
      DROP TABLE identity_accounts;
    `);
  }
}
