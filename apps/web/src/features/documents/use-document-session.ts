import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DocumentSession } from '@roundtable/client';

/** What a session shows of itself at one moment. */
export type SessionView = Pick<DocumentSession, 'state' | 'unsaved' | 'refusal'>;

/** Opens the text of a proposal while mounted. */
export function useDocumentSession(open: () => DocumentSession): DocumentSession | null {
  const [session, setSession] = useState<DocumentSession | null>(null);
  useEffect(() => {
    const opened = open();
    setSession(opened);
    return () => {
      setSession(null);
      opened.close();
    };
  }, [open]);
  return session;
}

/** The same object until something about it changes. */
export function useSessionView(session: DocumentSession): SessionView {
  const [store] = useState(() => viewStore(session));
  return useSyncExternalStore(store.subscribe, store.getView);
}

function viewStore(session: DocumentSession) {
  let view = viewOf(session);
  return {
    subscribe: (listener: () => void) => session.subscribe(listener),
    getView: () => {
      const next = viewOf(session);
      const isSame =
        next.state === view.state && next.unsaved === view.unsaved && next.refusal === view.refusal;
      if (!isSame) view = next;
      return view;
    },
  };
}

function viewOf({ state, unsaved, refusal }: DocumentSession): SessionView {
  return { state, unsaved, refusal };
}
