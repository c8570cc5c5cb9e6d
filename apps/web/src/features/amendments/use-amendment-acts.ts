import type { Sending } from '@roundtable/client';
import type { WireError } from '@roundtable/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblem } from '../../app/errors/use-problem.js';
import { useMessages } from '../../app/i18n/use-messages.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { useDirectory } from '../proposals/directory.js';
import { useRoom } from '../room/room-context.js';
import { messages } from './messages.js';
import { amendmentsKey } from './use-amendment-queries.js';

/** Acts now or not at all; keeps what the server refused it with, to be shown beside what was asked. */
export function useAmendmentActs() {
  const t = useMessages(messages);
  const problem = useProblem();
  const { client } = useRoom();
  const queries = useQueryClient();
  const { meeting } = useDirectory();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const explain = (error: WireError) => {
    if (error.code === 'stale_version') return t('changedMeanwhile');
    const { state, name } = error.data ?? {};
    if (error.code === 'amendment_decided')
      return t('decidedMeanwhile', {
        name: typeof name === 'string' ? `\u2068${name}\u2069` : 'none',
        result: state === 'rejected' ? 'rejected' : 'accepted',
      });
    return problem(error) ?? error.message;
  };
  const settle = async ({ clientId, done }: Sending, said: string): Promise<boolean> => {
    setPending(true);
    setRefusal(null);
    const result = await done;
    setPending(false);
    if (result.ok) {
      showToast({ text: said });
      return true;
    }
    client.discard(clientId);
    if (result.error.code === 'stale_version')
      void queries.invalidateQueries({ queryKey: amendmentsKey(meeting.id) });
    setRefusal(explain(result.error));
    return false;
  };
  return { isPending, refusal, settle, forgetRefusal: () => setRefusal(null) };
}
