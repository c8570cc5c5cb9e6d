import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings, their rooms, delegations, participants and agenda. */
export class Meetings1763769600003 implements MigrationInterface {
  name = 'Meetings1763769600003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE meetings_meetings (
        id uuid PRIMARY KEY,
        title text NOT NULL,
        host text NOT NULL,
        state text NOT NULL CHECK (state IN ('draft', 'scheduled', 'open', 'suspended', 'closed', 'published')),
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        zone text NOT NULL,
        languages text[] NOT NULL,
        venue text,
        is_remote boolean NOT NULL,
        conference_url text,
        confidentiality text NOT NULL CHECK (confidentiality IN ('members')),
        programme text,
        plenary_id uuid NOT NULL,
        created_at timestamptz(3) NOT NULL,
        opened_at timestamptz(3),
        closed_at timestamptz(3),
        source jsonb,
        version integer NOT NULL DEFAULT 1
      );
      CREATE TABLE meetings_rooms (
        id uuid PRIMARY KEY REFERENCES record_logs (room_id),
        meeting_id uuid NOT NULL REFERENCES meetings_meetings (id),
        kind text NOT NULL CHECK (kind IN ('plenary')),
        name text NOT NULL
      );
      CREATE UNIQUE INDEX meetings_rooms_plenary ON meetings_rooms (meeting_id) WHERE kind = 'plenary';
      CREATE TABLE meetings_delegations (
        meeting_id uuid NOT NULL REFERENCES meetings_meetings (id),
        id uuid NOT NULL,
        name text NOT NULL,
        short_name text,
        country text,
        precedence integer NOT NULL,
        PRIMARY KEY (meeting_id, id)
      );
      CREATE TABLE meetings_participants (
        meeting_id uuid NOT NULL REFERENCES meetings_meetings (id),
        id uuid NOT NULL,
        account_id uuid REFERENCES identity_accounts (id),
        name text NOT NULL,
        email text,
        position text,
        delegation_id uuid,
        roles text[] NOT NULL,
        language text,
        attendance text CHECK (attendance IN ('onSite', 'remote')),
        added_at timestamptz(3) NOT NULL,
        removed_at timestamptz(3),
        PRIMARY KEY (meeting_id, id),
        FOREIGN KEY (meeting_id, delegation_id) REFERENCES meetings_delegations (meeting_id, id)
      );
      CREATE UNIQUE INDEX meetings_participants_id ON meetings_participants (id);
      CREATE UNIQUE INDEX meetings_participants_account ON meetings_participants (meeting_id, account_id) WHERE account_id IS NOT NULL;
      CREATE INDEX meetings_participants_email ON meetings_participants (lower(email)) WHERE email IS NOT NULL;
      CREATE INDEX meetings_participants_by_account ON meetings_participants (account_id) WHERE account_id IS NOT NULL;
      CREATE TABLE meetings_items (
        meeting_id uuid NOT NULL REFERENCES meetings_meetings (id),
        id uuid NOT NULL,
        parent_id uuid,
        number text NOT NULL,
        title text NOT NULL,
        state text NOT NULL CHECK (state IN ('planned', 'open', 'suspended', 'closed', 'deferred', 'withdrawn')),
        sort_order integer NOT NULL,
        allotted_ms bigint,
        opened_at timestamptz(3),
        closed_at timestamptz(3),
        PRIMARY KEY (meeting_id, id)
      );
      CREATE UNIQUE INDEX meetings_items_open ON meetings_items (meeting_id) WHERE state = 'open';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE meetings_items;
      DROP TABLE meetings_participants;
      DROP TABLE meetings_delegations;
      DROP TABLE meetings_rooms;
      DROP TABLE meetings_meetings;
    `);
  }
}
