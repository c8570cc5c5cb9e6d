import { Injectable } from '@nestjs/common';
import type { Audience } from '@roundtable/contracts';
import { DataSource } from 'typeorm';
import { RecordFeatures } from './feature-ports.js';
import { pageRange, type PageWish } from './page-range.js';
import { joinPage, pageParameters, READ_PAGE_TEXT, type PageTextRow } from './page-text.js';
import { RecordReader } from './record-reader.js';

/**
 * Reads pages of history as the JSON text that goes over the wire. Where this audience sees everything on the page as it is
 * stored, Postgres writes the text and it is passed on unread, at a third of the cost; where anything is withheld or shown
 * otherwise, the page goes through the presenters as everything else does.
 */
@Injectable()
export class PageReader {
  readonly counts = { passedOn: 0, presented: 0 };

  constructor(
    private readonly dataSource: DataSource,
    private readonly reader: RecordReader,
    private readonly features: RecordFeatures,
  ) {}

  /** A `HistoryPage` as JSON. @throws RoomNotFound */
  async readPage(room: string, wish: PageWish, audience: Audience): Promise<string> {
    const shown = this.features.shownAsStored(audience);
    const page = shown.length > 0 ? await this.readText(room, wish, shown) : null;
    if (page !== null) {
      this.counts.passedOn += 1;
      return page;
    }
    this.counts.presented += 1;
    return JSON.stringify(await this.reader.readPage(room, wish, audience));
  }

  /**
   * Null where anything on the page is not shown as it is stored. Two statements and no transaction: up to the head that
   * was read first, nothing changes any more.
   */
  private async readText(room: string, wish: PageWish, shown: string[]): Promise<string | null> {
    const { manager } = this.dataSource;
    const log = await this.reader.readHead(manager, room);
    const range = pageRange(wish, log.head);
    if (range.to < range.from) return joinPage(log, { entries: '[]', later: '[]' });
    const parameters = pageParameters(room, range, log.head, shown);
    const [row] = await manager.query<PageTextRow[]>(READ_PAGE_TEXT, parameters);
    return row?.entries && row.later ? joinPage(log, { entries: row.entries, later: row.later }) : null;
  }
}
