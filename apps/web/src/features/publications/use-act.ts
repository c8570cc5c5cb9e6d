import type { Sending, SendResult } from '@roundtable/client';
import { useState } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { showToast } from '../../app/toasts/toast-store.js';

/** Does an act on the outcome now or not at all, and says why not. */
export function useAct() {
  const problem = useProblem();
  const [underway, setUnderway] = useState(0);
  const act = async ({ done }: Sending, said?: string): Promise<SendResult> => {
    setUnderway((count) => count + 1);
    const result = await done;
    setUnderway((count) => count - 1);
    if (!result.ok) showToast({ tone: 'error', text: problem(result.error) ?? result.error.message });
    else if (said) showToast({ text: said });
    return result;
  };
  /** Rejects where it was refused, so that the question that asked for it stays open. */
  const actOrStay = async (sending: Sending, said?: string): Promise<void> => {
    const result = await act(sending, said);
    if (!result.ok) throw new Error(result.error.message);
  };
  return { isPending: underway > 0, act, actOrStay };
}
