import type { HistoryPage } from '@roundtable/contracts';
import { LIMITS } from '@roundtable/contracts';
import type { HistoryQuery, RoomHttp } from './http.js';
import { isUsable } from './merge-history.js';
import type { RecordView } from './record-view.js';
import { isLoaded } from './record-view.js';
import type { LoadResult } from './room-client.js';

const ATTEMPTS = 3;

/** Fetches pages for the gaps of a view; asked twice for the same page at once, it fetches it once. */
export class HistoryLoader {
  private readonly underWay = new Map<string, Promise<LoadResult>>();

  /** `take` fills a page in and gives the number of places it filled. */
  constructor(
    private readonly http: RoomHttp,
    private readonly room: string,
    private readonly getView: () => RecordView | null,
    private readonly take: (page: HistoryPage) => number,
  ) {}

  before(seq: number | undefined, limit: number = LIMITS.historyPageDefault): Promise<LoadResult> {
    const view = this.getView();
    const before = seq ?? (view?.gaps.at(-1)?.to ?? 0) + 1;
    if (view === null || !isMissing(view, before - 1)) return nothingMissing();
    return this.load({ before, limit });
  }

  after(seq: number, limit: number = LIMITS.historyPageDefault): Promise<LoadResult> {
    const view = this.getView();
    if (view === null || !isMissing(view, seq + 1)) return nothingMissing();
    return this.load({ after: seq, limit });
  }

  around(seq: number, limit: number = LIMITS.historyPageDefault): Promise<LoadResult> {
    const view = this.getView();
    if (view === null || !isMissing(view, seq)) return nothingMissing();
    return this.load({ around: seq, limit });
  }

  private load(query: HistoryQuery): Promise<LoadResult> {
    const key = JSON.stringify(query);
    const loading = this.underWay.get(key) ?? this.fetchPage(query).finally(() => this.underWay.delete(key));
    this.underWay.set(key, loading);
    return loading;
  }

  private async fetchPage(query: HistoryQuery): Promise<LoadResult> {
    for (let attempt = 1; ; attempt++) {
      const page = await this.http.history(this.room, query);
      if (!page.ok) return page;
      const view = this.getView();
      // The view began anew while the page was on its way.
      if (view !== null && !isUsable(view, page.value) && attempt < ATTEMPTS) {
        this.take(page.value);
        continue;
      }
      return { ok: true, loaded: this.take(page.value) };
    }
  }
}

function isMissing(view: RecordView, seq: number): boolean {
  return seq >= 1 && seq <= view.head && !isLoaded(view, seq);
}

function nothingMissing(): Promise<LoadResult> {
  return Promise.resolve({ ok: true, loaded: 0 });
}
