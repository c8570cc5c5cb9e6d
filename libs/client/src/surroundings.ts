/** What the connection learns from the device it runs on. */
export interface Surroundings {
  /** False only where the device is sure that it has no network. */
  isOnline(): boolean;
  /** Calls when the network may have changed or the page is looked at again; the answer stops that. */
  onChange(check: () => void): () => void;
}

interface EventSource {
  addEventListener?(name: string, listener: () => void): void;
  removeEventListener?(name: string, listener: () => void): void;
}
interface PageGlobals extends EventSource {
  navigator?: { onLine?: boolean };
  document?: EventSource & { visibilityState?: string };
}

/** The browser's page; in Node, always online and silent. */
export function pageSurroundings(page: PageGlobals = globalThis as PageGlobals): Surroundings {
  return {
    isOnline: () => page.navigator?.onLine !== false,
    onChange(check) {
      const checkIfVisible = (): void => {
        if (page.document?.visibilityState !== 'hidden') check();
      };
      page.addEventListener?.('online', check);
      page.addEventListener?.('offline', check);
      page.document?.addEventListener?.('visibilitychange', checkIfVisible);
      return () => {
        page.removeEventListener?.('online', check);
        page.removeEventListener?.('offline', check);
        page.document?.removeEventListener?.('visibilitychange', checkIfVisible);
      };
    },
  };
}
