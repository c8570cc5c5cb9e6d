import type { PassageView, TranscriptPage } from '@roundtable/contracts';

/** A stretch of the transcript that is loaded, without a hole in it. */
export interface PassageWindow {
  passages: readonly PassageView[];
  /** Cursor to what comes before and after; null at the ends of the transcript. */
  before: number | null;
  after: number | null;
  /** How many passages there are under the filter, loaded or not. */
  total: number;
}

export function windowOf({ passages, before, after, total }: TranscriptPage): PassageWindow {
  return { passages, before, after, total };
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
  };
}

/** Whether the window reaches over a place, be it an entry that is shown or one between two that are. */
export function covers({ passages, before, after }: PassageWindow, seq: number): boolean {
  const first = passages[0]?.seq;
  const last = passages.at(-1)?.seq;
  if (first === undefined || last === undefined) return before === null && after === null;
  return (seq >= first || before === null) && (seq <= last || after === null);
}
