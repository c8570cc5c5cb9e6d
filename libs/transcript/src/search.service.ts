import { Injectable } from '@nestjs/common';
import type { SearchAnswer, SearchHit } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import type { Member } from '@roundtable/platform';
import { RecordFeatures } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import type { SearchQueryDto } from './dto/search-query.dto.js';
import { readFilter } from './passage-filter.js';
import { highlight } from './search/highlighter.js';
import { parseSearchQuery, type SearchQuery } from './search/search-query.js';
import { isSurelyKyrgyz, wordsToCompare } from './search/similar-words.js';
import { makeWordMatcher } from './search/word-matcher.js';
import { foldText, splitWords } from './search/words.js';
import { SearchRepository } from './search.repository.js';
import { presentPassages } from './transcript.presenter.js';
import type { HitRow, PassageFilter, Reader } from './transcript-rows.js';

interface Found {
  rows: HitRow[];
  total: number;
  /** Words that were compared by likeness. */
  similar: string[];
}

/** Searches the words of a meeting. Any query has an answer; odd ones have an empty one. */
@Injectable()
export class SearchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: SearchRepository,
    private readonly features: RecordFeatures,
  ) {}

  /** @throws DomainError `invalid` for a reversed period. */
  async search({ membership }: Member, dto: SearchQueryDto): Promise<SearchAnswer> {
    const query = parseSearchQuery(dto.q);
    const filter = readFilter(dto);
    if (query.terms.length === 0 || dto.kind === 'event') return { total: 0, hits: [] };
    const reader = { meeting: membership.meetingId, participant: membership.participantId };
    return this.unitOfWork.inTransaction(
      async (tx) => {
        const found = await this.find(tx, reader, filter, { query, limit: dto.limit });
        const passages = presentPassages(found.rows, this.features, membership.audience);
        const isWanted = await this.makeMatcher(tx, query, found);
        const hits = passages.map(({ seq, at, kind, speaker, body }): SearchHit => ({
          seq,
          at,
          kind,
          speaker,
          ...highlight(body ?? '', isWanted),
        }));
        return { total: found.total, hits };
      },
      { isolation: 'REPEATABLE READ' },
    );
  }

  private async find(
    tx: EntityManager,
    reader: Reader,
    filter: PassageFilter,
    wanted: { query: SearchQuery; limit: number },
  ): Promise<Found> {
    const exact = await this.repository.findExact(tx, reader, filter, wanted);
    const words = wordsToCompare(wanted.query);
    const isFallbackNeeded = exact.length === 0 || isSurelyKyrgyz(words);
    if (words.length === 0 || !isFallbackNeeded) return toFound(exact, []);
    const similar = await this.repository.findSimilar(tx, reader, filter, { words, limit: wanted.limit });
    return merge(exact, similar, words, wanted.limit);
  }

  /** Only words that begin like a wanted one can share its stem, so few are sent to Postgres. */
  private async makeMatcher(tx: EntityManager, query: SearchQuery, { rows, similar }: Found) {
    const asked = query.terms.flatMap((term) => term.text.split(' '));
    const beginnings = new Set(asked.map((word) => word.slice(0, 2)));
    const words = rows
      .flatMap((row) => splitWords(foldText(row.body ?? '')))
      .map(({ word }) => word)
      .filter((word) => beginnings.has(word.slice(0, 2)));
    const stems = await this.repository.stemsOf(tx, [...new Set([...asked, ...words])]);
    return makeWordMatcher({ query, stems, similar });
  }
}

function toFound(rows: HitRow[], similar: string[]): Found {
  return { rows, total: rows[0]?.total ?? 0, similar };
}

/** Exact matches first. The total is exact unless both lists are cut at the limit. */
function merge(exact: HitRow[], similar: HitRow[], words: string[], limit: number): Found {
  const known = new Set(exact.map((row) => row.seq));
  const added = similar.filter((row) => !known.has(row.seq));
  const alreadyCounted = similar.length - added.length;
  const total = (exact[0]?.total ?? 0) + (similar[0]?.total ?? 0) - alreadyCounted;
  return { rows: [...exact, ...added].slice(0, limit), total, similar: words };
}
