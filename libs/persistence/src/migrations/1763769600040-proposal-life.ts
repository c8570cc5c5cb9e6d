import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a proposal has beside its words, where merged words came from, and the steps of its life by the entry of each. */
export class ProposalLife1763769600040 implements MigrationInterface {
  name = 'ProposalLife1763769600040';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE proposals_proposals ADD COLUMN life jsonb;
      CREATE UNIQUE INDEX proposals_admitted_as ON proposals_proposals (room_id, ((life ->> 'admittedAs')::integer));
      ALTER TABLE proposals_sources ADD COLUMN via_proposal_id uuid;
      ALTER TABLE proposals_decisions ADD COLUMN reason text;
      ALTER TABLE proposals_decisions DROP CONSTRAINT proposals_decisions_result_check;
      ALTER TABLE proposals_decisions ADD CONSTRAINT proposals_decisions_result_check
        CHECK (result IN ('adopted', 'adopted_as_amended', 'rejected', 'not_decided'));
      CREATE TABLE proposals_steps (
        room_id uuid NOT NULL,
        proposal_id uuid NOT NULL,
        seq bigint NOT NULL,
        from_state text,
        to_state text NOT NULL,
        PRIMARY KEY (room_id, proposal_id, seq),
        FOREIGN KEY (room_id, proposal_id) REFERENCES proposals_proposals (room_id, id)
      );
    `);
    await this.findFormerSteps(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE proposals_steps;
      DELETE FROM proposals_decisions WHERE result = 'adopted_as_amended';
      ALTER TABLE proposals_decisions DROP CONSTRAINT proposals_decisions_result_check;
      ALTER TABLE proposals_decisions ADD CONSTRAINT proposals_decisions_result_check
        CHECK (result IN ('adopted', 'rejected', 'not_decided'));
      ALTER TABLE proposals_decisions DROP COLUMN reason;
      ALTER TABLE proposals_sources DROP COLUMN via_proposal_id;
      DROP INDEX proposals_admitted_as;
      ALTER TABLE proposals_proposals DROP COLUMN life;
    `);
  }

  /** Records from before: a step is an entry after which the proposal was in another state than before. */
  private async findFormerSteps(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      INSERT INTO proposals_steps (room_id, proposal_id, seq, from_state, to_state)
      SELECT turned.room_id, turned.proposal_id, turned.seq, turned.from_state, turned.to_state FROM (
        SELECT told.*, lag(to_state) OVER (PARTITION BY room_id, proposal_id ORDER BY seq) AS from_state FROM (
          SELECT room_id, seq, type,
            coalesce(data -> 'proposal' ->> 'id', data -> 'decision' ->> 'proposal')::uuid AS proposal_id,
            coalesce(data -> 'proposal' ->> 'state', data -> 'decision' ->> 'result') AS to_state
          FROM record_entries
          WHERE type IN ('proposals.captured', 'proposals.changed', 'proposals.withdrawn', 'proposals.decided')
        ) told WHERE proposal_id IS NOT NULL AND to_state IS NOT NULL
      ) turned
      JOIN proposals_proposals known ON known.room_id = turned.room_id AND known.id = turned.proposal_id
      WHERE turned.from_state IS DISTINCT FROM turned.to_state OR turned.type = 'proposals.decided';
    `);
  }
}
