/** Where the reader is, told to those who show it without drawing the transcript again. */
export interface PlaceStore {
  /** The passage before one's eyes. */
  get(): number | null;
  /** `top` stands at the upper edge and is where one comes back to. */
  set(top: number, read: number): void;
  /** What stands at the upper edge. */
  top(): number | null;
  /** Turns to another step of the browser's history and answers where the reader was on it, null where it is new. */
  turnTo(visit: string): number | null;
  /** The same place under another name: the address changed in something else. */
  rename(visit: string): void;
  subscribe(listener: () => void): () => void;
}

const prefix = 'roundtable.place.';

/** A place that outlives the page as long as its step of the browser's history: coming back comes back to it. */
export function createPlaceStore(): PlaceStore {
  let visit = '';
  let place: number | null = null;
  let edge: number | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => place,
    top: () => edge,
    set(top, read) {
      if (top !== edge) keep(visit, top);
      edge = top;
      if (read === place) return;
      place = read;
      for (const listener of listeners) listener();
    },
    turnTo(next) {
      const isFirst = visit === '';
      visit = next;
      return isFirst && isOpenedAnew() ? null : stored(next);
    },
    rename(next) {
      visit = next;
      if (edge !== null) keep(next, edge);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A link that was followed or typed shows what it points at; a page that was reloaded or come back to stays where it was. */
function isOpenedAnew(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isFirstScreen = (window.history.state as { key?: string } | null)?.key === undefined;
  return isFirstScreen && page?.type === 'navigate';
}

function stored(visit: string): number | null {
  try {
    return Number(sessionStorage.getItem(prefix + visit)) || null;
  } catch {
    return null;
  }
}

function keep(visit: string, seq: number): void {
  try {
    sessionStorage.setItem(prefix + visit, String(seq));
  } catch {
    // Where storage is forbidden the transcript opens at its beginning.
  }
}
