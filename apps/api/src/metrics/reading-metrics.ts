import { Injectable } from '@nestjs/common';
import { askedMetric } from '@roundtable/platform';
import { PageReader, RecentEntries } from '@roundtable/record';
import type { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { countedMetric } from './counted.js';

/** What of a `pg` pool is looked at. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** How what is read from the record is found: in memory, as Postgres wrote it, or through the presenters. */
@Injectable()
export class ReadingMetrics {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recent: RecentEntries,
    private readonly pages: PageReader,
  ) {}

  declareIn(registry: Registry): void {
    const { recent, pages } = this;
    askedMetric(
      registry,
      'database_pool',
      'Connections to Postgres, and acts waiting for one.',
      () => this.lookAtPool(),
      ['state'],
    );
    askedMetric(registry, 'recent_entries_bytes', 'Newest entries that are held in memory, roughly.', () => [
      [{}, recent.size],
    ]);
    countedMetric(
      registry,
      {
        name: 'recent_entries_total',
        help: 'Whether what a reader missed was found in memory.',
        label: 'fate',
      },
      () => recent.counts,
    );
    countedMetric(
      registry,
      {
        name: 'history_pages_total',
        help: 'Pages passed on as Postgres wrote them, or made by the presenters.',
        label: 'way',
      },
      () => pages.counts,
    );
  }

  private lookAtPool() {
    const { master } = this.dataSource.driver as unknown as { master?: Pool };
    const { totalCount = 0, idleCount = 0, waitingCount = 0 } = master ?? {};
    return [
      [{ state: 'total' }, totalCount],
      [{ state: 'idle' }, idleCount],
      [{ state: 'waiting' }, waitingCount],
    ] as const;
  }
}
