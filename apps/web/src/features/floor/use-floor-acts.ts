import type { Sending } from '@roundtable/client';
import type { FloorRequestView } from '@roundtable/contracts';
import { useState } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';

/** Acts on the floor: each is done now or not at all, and says why not. `isPending` while the server has not answered. */
export function useFloorActs() {
  const t = useMessages(messages);
  const problem = useProblem();
  const { client } = useRoom();
  const [underway, setUnderway] = useState(0);

  const settle = async ({ done }: Sending): Promise<boolean> => {
    setUnderway((count) => count + 1);
    const result = await done;
    setUnderway((count) => count - 1);
    if (!result.ok) showToast({ tone: 'error', text: problem(result.error) ?? result.error.message });
    return result.ok;
  };
  const raise = (note?: string | null) => settle(client.requestFloor({ note: note?.trim() || null }));
  const lower = async (request: FloorRequestView) => {
    if (!(await settle(client.withdrawRequest()))) return;
    showToast({
      text: t('loweredToast'),
      action: { label: t('raiseAgain'), run: () => void raise(request.note) },
    });
  };
  return {
    isPending: underway > 0,
    raise,
    lower,
    grant: (request: FloorRequestView) => settle(client.grantFloor({ request: request.id })),
    end: (request: FloorRequestView) => settle(client.endSpeech({ request: request.id })),
  };
}
