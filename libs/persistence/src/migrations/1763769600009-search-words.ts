import type { MigrationInterface, QueryRunner } from 'typeorm';

const WORDS_OF = `to_tsvector('simple'::regconfig, replace(lower(body), 'ё', 'е')) ||
  to_tsvector('russian'::regconfig, replace(lower(body), 'ё', 'е'))`;

/**
 * Takes the words that search looks at out of the statement that puts a message on the record: making them costs ten
 * times as much as the rest of it. They are made a moment later, in a table that can be made again from the messages at
 * any time and is therefore neither logged nor backed up. The index of trigrams goes: the search for similar words reads
 * one meeting's passages and never used it.
 */
export class SearchWords1763769600009 implements MigrationInterface {
  name = 'SearchWords1763769600009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION discussion_words_of(body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
        AS $words$ SELECT ${WORDS_OF} $words$;
      DROP INDEX discussion_messages_trigram;
      DROP INDEX discussion_messages_search;
      ALTER TABLE discussion_messages DROP COLUMN search;
      CREATE UNLOGGED TABLE discussion_words (
        room_id uuid NOT NULL,
        seq bigint NOT NULL,
        text_seq bigint NOT NULL,
        words tsvector NOT NULL,
        PRIMARY KEY (room_id, seq)
      );
      CREATE INDEX discussion_words_gin ON discussion_words USING gin (words);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE discussion_words;
      ALTER TABLE discussion_messages ADD COLUMN search tsvector GENERATED ALWAYS AS (${WORDS_OF}) STORED;
      CREATE INDEX discussion_messages_search ON discussion_messages USING gin (search);
      CREATE INDEX discussion_messages_trigram ON discussion_messages USING gin (lower(body) gin_trgm_ops);
      DROP FUNCTION discussion_words_of(text);
    `);
  }
}
