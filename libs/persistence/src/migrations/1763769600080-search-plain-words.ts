import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every ASCII sign but letters, digits and the underscore. */
const JOINING_SIGNS = String.raw`[\x01-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]+`;

/**
 * Makes the words that search looks at those that whoever searches would type. Postgres takes `water/energy` for the name of
 * a file, `3.75` and `canal.example` for one word each, and what stands in angle brackets for a tag without words; and it
 * knows a letter only in one piece. What was made so is made again by whoever makes the words that are missing.
 */
export class SearchPlainWords1763769600080 implements MigrationInterface {
  name = 'SearchPlainWords1763769600080';

  async up(queryRunner: QueryRunner): Promise<void> {
    await redefine(queryRunner, `regexp_replace(lower(normalize(body)), '${JOINING_SIGNS}', ' ', 'g')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await redefine(queryRunner, 'lower(body)');
  }
}

async function redefine(queryRunner: QueryRunner, text: string): Promise<void> {
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION discussion_words_of(body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $words$ SELECT to_tsvector('simple'::regconfig, replace(${text}, 'ё', 'е')) ||
        to_tsvector('russian'::regconfig, replace(${text}, 'ё', 'е')) $words$;
    TRUNCATE discussion_words;
  `);
}
