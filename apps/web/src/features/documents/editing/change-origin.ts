import type { Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from 'y-prosemirror';

/** Whether a change came out of the shared document: somebody else's, or one's own taken back. */
export function isFromShared(transaction: Transaction): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey);
  return (
    typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true
  );
}

const KEEPING = 'keepsWords';

/** Marks a change as one that is never a suggestion, such as an identity given or a suggestion accepted. */
export function asItIs(transaction: Transaction): Transaction {
  return transaction.setMeta(KEEPING, true);
}

export function isAsItIs(transaction: Transaction): boolean {
  return transaction.getMeta(KEEPING) === true;
}
