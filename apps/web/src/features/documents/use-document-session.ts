import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { DocumentSession } from '@roundtable/client';

/** What a session shows of itself at one moment. */
export type SessionView = Pick<
  DocumentSession,
  'state' | 'unsaved' | 'refusal' | 'isSpoiled' | 'refusedWords'
>;

/** Opens the text of a proposal while mounted. */
export function useDocumentSession(open: () => DocumentSession): {
  session: DocumentSession | null;
  reopen(): void;
} {
  const [session, setSession] = useState<DocumentSession | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const opened = open();
    setSession(opened);
    return () => {
      setSession(null);
      opened.close();
    };
  }, [open, attempt]);
  return { session, reopen: useCallback(() => setAttempt((count) => count + 1), []) };
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
      if (!isSame(view, next)) view = next;
      return view;
    },
  };
}

function viewOf({ state, unsaved, refusal, isSpoiled, refusedWords }: DocumentSession): SessionView {
  return { state, unsaved, refusal, isSpoiled, refusedWords };
}

function isSame(one: SessionView, other: SessionView): boolean {
  const { state, unsaved, refusal, isSpoiled } = one;
  const isSameState = state === other.state && unsaved === other.unsaved && refusal === other.refusal;
  return isSameState && isSpoiled === other.isSpoiled && one.refusedWords === other.refusedWords;
}
