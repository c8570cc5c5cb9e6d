import type { PassageView, TranscriptPage } from '@roundtable/contracts';

/** A stretch of the transcript that is loaded, without a hole in it. */
export interface PassageWindow {
  passages: readonly PassageView[];
  /** Cursor to what comes before and after; null at the ends of the transcript. */
  before: number | null;
  after: number | null;
  /** How many passages there are under the filter, loaded or not. */
  total: number;
  /** The end of the record at which every passage here was as new as it is shown; some may be newer. */
  head: number;
}

export function windowOf({ passages, before, after, total, head }: TranscriptPage): PassageWindow {
  return { passages, before, after, total, head };
}

/** Adds the page read before a window. Passages that both hold are not doubled. */
export function extendBack(window: PassageWindow, page: TranscriptPage): PassageWindow {
  const first = window.passages[0]?.seq ?? Infinity;
  const earlier = page.passages.filter(({ seq }) => seq < first);
  return {
    passages: [...earlier, ...window.passages],
    before: page.before,
    after: window.after,
    total: page.total,
    head: window.head,
  };
}

/** Adds the page read after a window. An empty page changes nothing but the total, so that nothing is drawn again. */
export function extendForward(window: PassageWindow, page: TranscriptPage): PassageWindow {
  const last = window.passages.at(-1)?.seq ?? 0;
  const later = page.passages.filter(({ seq }) => seq > last);
  if (later.length === 0 && page.total === window.total && page.after === window.after) return window;
  return {
    passages: later.length > 0 ? [...window.passages, ...later] : window.passages,
    before: window.before,
    after: page.after,
    total: page.total,
    head: window.head,
  };
}

/** Puts passages that were read anew in the place of those held, as new as the record was at `head`. */
export function renew(
  window: PassageWindow,
  { head, passages }: { head: number; passages: readonly PassageView[] },
): PassageWindow {
  if (head === window.head) return window;
  const renewed = new Map(passages.map((passage) => [passage.seq, passage]));
  return {
    ...window,
    head,
    passages:
      renewed.size > 0
        ? window.passages.map((passage) => renewed.get(passage.seq) ?? passage)
        : window.passages,
  };
}

/** Whether the window reaches over a place, be it an entry that is shown or one between two that are. */
export function covers({ passages, before, after }: PassageWindow, seq: number): boolean {
  const first = passages[0]?.seq;
  const last = passages.at(-1)?.seq;
  if (first === undefined || last === undefined) return before === null && after === null;
  return (seq >= first || before === null) && (seq <= last || after === null);
}
