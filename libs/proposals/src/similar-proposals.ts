import { Injectable } from '@nestjs/common';
import { LIMITS, type Audience, type ProposalView, type SimilarProposal } from '@roundtable/contracts';
import type { EntityManager } from 'typeorm';
import { ProposalReader } from './proposal-reader.js';

/** Less alike than this, a proposal would only distract whoever captures. */
const LEAST_SCORE = 0.35;

/**
 * Finds proposals that say what some words say: by the stems both have (English and Russian; Kyrgyz and names as they
 * stand) and by trigrams, which forgive other endings and slips. Compared are titles, texts and the words quoted, as the
 * reader may see them.
 */
@Injectable()
export class SimilarProposals {
  constructor(private readonly reader: ProposalReader) {}

  /** The most similar first, few of them; what was withdrawn or merged is left out. */
  async find(
    tx: EntityManager,
    { room, words, audience }: { room: string; words: string; audience: Audience },
  ): Promise<SimilarProposal[]> {
    const { proposals } = await this.reader.readRoom(tx, room, audience);
    const open = proposals.filter(({ state }) => state !== 'withdrawn' && state !== 'merged');
    if (open.length === 0) return [];
    const scores = await this.compare(tx, words, open);
    return open
      .map(({ id, number, title, state }, index) => {
        return { proposal: id, number, title, state, score: scores[index] ?? 0 };
      })
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || a.number - b.number)
      .slice(0, LIMITS.similarProposals);
  }

  /** For each proposal: the better of its title and everything it says, from 0 to 1. */
  private async compare(tx: EntityManager, words: string, proposals: ProposalView[]): Promise<number[]> {
    const rows = await tx.query<{ score: number }[]>(
      `WITH asked AS (
         SELECT replace(lower($1::text), 'ё', 'е') AS words
       ), stems AS (
         SELECT words, tsvector_to_array(to_tsvector('english', words) || to_tsvector('russian', words)) AS stems FROM asked
       )
       SELECT round(greatest(
         similarity(stems.words, told.title),
         0.75 * word_similarity(stems.words, told.everything) + 0.25 * shared.part,
         0.85 * shared.part
       )::numeric, 3)::float8 AS score
       FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS given (title, everything, place)
       CROSS JOIN stems
       CROSS JOIN LATERAL (
         SELECT replace(lower(given.title), 'ё', 'е') AS title, replace(lower(given.everything), 'ё', 'е') AS everything
       ) told
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE stem = ANY (
           tsvector_to_array(to_tsvector('english', told.everything) || to_tsvector('russian', told.everything))
         ))::float8 / greatest(count(*), 3) AS part FROM unnest(stems.stems) AS stem
       ) shared
       ORDER BY given.place`,
      [words, proposals.map(({ title }) => title), proposals.map(everythingIn)],
    );
    return rows.map(({ score }) => score);
  }
}

function everythingIn({ title, text, sources }: ProposalView): string {
  return [title, text, ...sources.map(({ words }) => words ?? '')].join('\n');
}
