import { useCallback, useEffect, useState } from 'react';
import { useShortcut } from '../../app/shortcuts/use-shortcut.js';

/**
 * After which entry the "new" line stands: where one had read on entering, and again where one stopped looking. It
 * stays there while one reads, until `dismiss` or Escape.
 */
export function useNewLine(lastRead: number, head: number, label: string) {
  const [newAfter, setNewAfter] = useState<number | null>(() =>
    lastRead > 0 && lastRead < head ? lastRead : null,
  );
  const dismiss = useCallback(() => setNewAfter(null), []);
  useEffect(() => {
    const lookAway = () => setNewAfter((now) => (now === null || now >= head ? head : now));
    window.addEventListener('blur', lookAway);
    return () => window.removeEventListener('blur', lookAway);
  }, [head]);
  useShortcut({ code: 'Escape', label, when: newAfter !== null && newAfter < head }, dismiss);
  return newAfter;
}
