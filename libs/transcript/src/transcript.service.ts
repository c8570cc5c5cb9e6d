import { Injectable } from '@nestjs/common';
import { LIMITS, type TranscriptOutline, type TranscriptPage } from '@roundtable/contracts';
import { UnitOfWork } from '@roundtable/persistence';
import type { Member } from '@roundtable/platform';
import { RecordFeatures } from '@roundtable/record';
import type { EntityManager } from 'typeorm';
import type { TranscriptQueryDto } from './dto/transcript-query.dto.js';
import { typesOfPassages } from './passage-types.js';
import { readFilter } from './passage-filter.js';
import { readSnapshot } from './room-snapshot.js';
import { OnePlaceOnly } from './transcript.errors.js';
import { presentPassages } from './transcript.presenter.js';
import { TranscriptRepository } from './transcript.repository.js';
import type { Extent, PassageFilter, PassageRow, Reader } from './transcript-rows.js';

/** Serves the transcript of a meeting to whoever may read it. The caller's right was checked before and is part of each query. */
@Injectable()
export class TranscriptService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: TranscriptRepository,
    private readonly features: RecordFeatures,
  ) {}

  /** @throws DomainError `invalid` for two places at once or a reversed period. */
  async readPage(member: Member, query: TranscriptQueryDto): Promise<TranscriptPage> {
    if ([query.after, query.before, query.around].filter((place) => place !== undefined).length > 1)
      throw new OnePlaceOnly();
    const filter = readFilter(query);
    const reader = readerOf(member);
    return this.inOneMoment(async (tx) => {
      const extent = await this.repository.measure(tx, reader, filter);
      const rows = await this.readRows(tx, reader, filter, query);
      return {
        head: extent.head,
        total: extent.total,
        passages: presentPassages(rows, this.features, member.membership.audience),
        ...cursorsOf(rows, extent),
      };
    });
  }

  async readOutline(member: Member): Promise<TranscriptOutline> {
    const { audience, roomId } = member.membership;
    return this.inOneMoment(async (tx) => {
      const rows = await this.repository.outline(tx, readerOf(member), { types: typesOfPassages() });
      const { meetings, proposals } = await readSnapshot(this.features, tx, { room: roomId, audience });
      return {
        ...meetings,
        agenda: meetings.items,
        ...proposals,
        hours: rows.hours.map(({ starts_at, seq, passages }) => ({
          startsAt: starts_at.toISOString(),
          seq,
          passages,
        })),
        items: rows.items,
        speakers: rows.speakers,
        passages: rows.passages,
      };
    });
  }

  private async readRows(
    tx: EntityManager,
    reader: Reader,
    filter: PassageFilter,
    { after, before, around, limit }: TranscriptQueryDto,
  ): Promise<PassageRow[]> {
    if (before !== undefined) return this.repository.readBackward(tx, reader, filter, { before, limit });
    if (around === undefined)
      return this.repository.readForward(tx, reader, filter, { from: (after ?? 0) + 1, limit });
    const earlier = await this.repository.readBackward(tx, reader, filter, {
      before: around,
      limit: Math.floor(limit / 2),
    });
    const later = await this.repository.readForward(tx, reader, filter, {
      from: around,
      limit: Math.min(LIMITS.transcriptPage, limit) - Math.floor(limit / 2),
    });
    return [...earlier, ...later];
  }

  private inOneMoment<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.unitOfWork.inTransaction(work, { isolation: 'REPEATABLE READ' });
  }
}

function readerOf({ membership }: Member): Reader {
  return { meeting: membership.meetingId, participant: membership.participantId };
}

function cursorsOf(rows: PassageRow[], { first, last }: Extent): Pick<TranscriptPage, 'after' | 'before'> {
  const begin = rows[0]?.seq;
  const end = rows.at(-1)?.seq;
  return {
    after: end !== undefined && last !== null && end < last ? end : null,
    before: begin !== undefined && first !== null && begin > first ? begin : null,
  };
}
