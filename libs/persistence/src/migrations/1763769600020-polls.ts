import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Polls. A named ballot stays with its name and its history. A secret ballot lies in a ballot box, which is a pair of
 * tables of its own for as long as the poll is open (in the schema `polls_boxes`, made and dropped by the feature; backups
 * leave it out), and afterwards in `polls_secret_ballots`, which knows neither names nor times.
 */
export class Polls1763769600020 implements MigrationInterface {
  name = 'Polls1763769600020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA polls_boxes;
      CREATE TABLE polls_polls (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        id uuid NOT NULL,
        number integer NOT NULL,
        title text NOT NULL,
        body text,
        proposal_id uuid,
        is_decisive boolean NOT NULL,
        proposal_state text,
        method text NOT NULL CHECK (method IN ('sense_check', 'consent', 'consensus', 'yes_no_abstain', 'single_choice', 'multiple_choice', 'ranked_irv', 'ranked_schulze', 'score', 'dot_vote', 'gradients')),
        options jsonb NOT NULL,
        rules jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('created', 'started', 'closed', 'published', 'cancelled')),
        electors jsonb NOT NULL,
        outcome jsonb,
        created_by uuid,
        created_at timestamptz(3) NOT NULL,
        started_at timestamptz(3),
        closed_at timestamptz(3),
        published_at timestamptz(3),
        PRIMARY KEY (room_id, id),
        UNIQUE (room_id, number)
      );
      CREATE TABLE polls_ballots (
        room_id uuid NOT NULL,
        poll_id uuid NOT NULL,
        elector_id uuid NOT NULL,
        version integer NOT NULL,
        cast_by uuid NOT NULL,
        client_id uuid NOT NULL,
        intent_hash text NOT NULL,
        picks jsonb NOT NULL,
        reason text,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (room_id, poll_id, elector_id, version),
        UNIQUE (room_id, cast_by, client_id),
        FOREIGN KEY (room_id, poll_id) REFERENCES polls_polls (room_id, id)
      );
      CREATE TABLE polls_secret_ballots (
        room_id uuid NOT NULL,
        poll_id uuid NOT NULL,
        ordinal integer NOT NULL,
        picks jsonb NOT NULL,
        PRIMARY KEY (room_id, poll_id, ordinal),
        FOREIGN KEY (room_id, poll_id) REFERENCES polls_polls (room_id, id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP SCHEMA polls_boxes CASCADE;
      DROP TABLE polls_secret_ballots;
      DROP TABLE polls_ballots;
      DROP TABLE polls_polls;
    `);
  }
}
