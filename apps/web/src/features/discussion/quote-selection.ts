import { LIMITS } from '@roundtable/contracts';

/** The words selected within one entry, as they show; null where nothing of it is selected. */
export function quoteFromSelection(seq: number): string | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const body = document.querySelector(`[data-seq="${seq}"]`);
  const { commonAncestorContainer } = selection.getRangeAt(0);
  if (!body?.contains(commonAncestorContainer)) return null;
  return selection.toString().trim().slice(0, LIMITS.bodyLength) || null;
}
