import type { DocumentUpdates } from '@roundtable/contracts';

/**
 * How far a page has followed a document, and which news it may take in: every one in order. News that come before the
 * answer to the opening wait for it. The same words twice do no harm, missing ones would, so a gap is noticed.
 */
export class DocumentLine {
  private head: number | null = null;
  private early: DocumentUpdates[] = [];
  private isAsking = false;

  /** True where something is missing: open the document again. */
  hasGap = false;

  /** The document is being opened: what comes now is kept until the answer is there. */
  await(): void {
    this.isAsking = true;
  }

  /** The answer has come. Returns the news that go on from there. */
  start(head: number): DocumentUpdates[] {
    this.isAsking = false;
    this.head = Math.max(head, this.head ?? 0);
    this.hasGap = false;
    const early = this.early;
    this.early = [];
    return early.flatMap((news) => this.take(news));
  }

  /** The line is gone. */
  lose(): void {
    this.head = null;
    this.early = [];
    this.isAsking = false;
    this.hasGap = false;
  }

  take(news: DocumentUpdates): DocumentUpdates[] {
    if (this.isAsking) {
      this.early.push(news);
      return [];
    }
    if (this.head === null || news.head <= this.head) return [];
    if (news.after > this.head) {
      this.hasGap = true;
      return [];
    }
    this.head = news.head;
    return [news];
  }
}
