import type { Sending, SendResult } from '@roundtable/client';
import type { CastBallot, CreatePoll, PollView } from '@roundtable/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblem } from '../../../app/errors/use-problem.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { useRoom } from '../../room/room-context.js';

type Said<P> = Omit<P, 'v' | 'room' | 'clientId'>;

/** Acts on polls: each is done now or not at all, and says why not. */
export function usePollActs() {
  const problem = useProblem();
  const queries = useQueryClient();
  const { client } = useRoom();
  const [underway, setUnderway] = useState(0);

  const settle = async ({ done }: Sending): Promise<SendResult> => {
    setUnderway((count) => count + 1);
    const result = await done;
    setUnderway((count) => count - 1);
    if (!result.ok) showToast({ tone: 'error', text: problem(result.error) ?? result.error.message });
    await queries.invalidateQueries({ queryKey: ['poll'] });
    return result;
  };
  return {
    isPending: underway > 0,
    create: (words: Said<CreatePoll>) => settle(client.createPoll(words)),
    start: ({ id }: PollView) => settle(client.startPoll({ poll: id })),
    hide: ({ id }: PollView) => settle(client.hidePollResults({ poll: id })),
    cast: (words: Said<CastBallot>) => settle(client.castBallot(words)),
    close: ({ id }: PollView, isPublished: boolean) => settle(client.closePoll({ poll: id, isPublished })),
    publish: ({ id }: PollView) => settle(client.publishPoll({ poll: id })),
    cancel: ({ id }: PollView) => settle(client.cancelPoll({ poll: id })),
  };
}
