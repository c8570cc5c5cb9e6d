import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages and statements with their newest text, reactions, and how far each person has read. */
export class Discussion1763769600005 implements MigrationInterface {
  name = 'Discussion1763769600005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE TABLE discussion_messages (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        seq bigint NOT NULL,
        kind text NOT NULL CHECK (kind IN ('message', 'statement')),
        speaker_id uuid,
        recorder_id uuid,
        item_id uuid,
        at timestamptz(3) NOT NULL,
        body text NOT NULL,
        language text,
        reply_to bigint,
        quote text,
        version integer NOT NULL DEFAULT 1,
        text_seq bigint NOT NULL,
        edited_at timestamptz(3),
        withdrawn_seq bigint,
        withdrawn_at timestamptz(3),
        withdrawn_reason text,
        search tsvector GENERATED ALWAYS AS (
          to_tsvector('simple'::regconfig, replace(lower(body), 'ё', 'е')) || to_tsvector('russian'::regconfig, replace(lower(body), 'ё', 'е'))
        ) STORED,
        PRIMARY KEY (room_id, seq)
      );
      CREATE INDEX discussion_messages_speaker ON discussion_messages (room_id, speaker_id, seq);
      CREATE INDEX discussion_messages_search ON discussion_messages USING gin (search);
      CREATE INDEX discussion_messages_trigram ON discussion_messages USING gin (lower(body) gin_trgm_ops);
      CREATE TABLE discussion_reactions (
        room_id uuid NOT NULL,
        seq bigint NOT NULL,
        participant_id uuid NOT NULL,
        reaction text NOT NULL,
        PRIMARY KEY (room_id, seq, participant_id, reaction),
        FOREIGN KEY (room_id, seq) REFERENCES discussion_messages (room_id, seq)
      );
      CREATE TABLE discussion_read_marks (
        room_id uuid NOT NULL REFERENCES record_logs (room_id),
        participant_id uuid NOT NULL,
        seq bigint NOT NULL,
        PRIMARY KEY (room_id, participant_id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE discussion_read_marks;
      DROP TABLE discussion_reactions;
      DROP TABLE discussion_messages;
    `);
  }
}
