import { uuidV7 } from '@roundtable/client';
import type { ItemView } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useProblem } from '../../app/errors/use-problem.js';
import { showToast } from '../../app/toasts/toast-store.js';
import { useActId } from '../../app/use-act-id.js';
import { useRoom } from './room-context.js';

/** What staff do with the agenda. What comes of it arrives by the record. */
export function useAgenda() {
  const { meetingId } = useRoom();
  const problem = useProblem();
  const items = `/meetings/${meetingId}/items`;
  const onError = (error: unknown) => showToast({ tone: 'error', text: problem(error) ?? '' });
  const adding = useActId();
  const add = useMutation({
    mutationFn: (title: string) => api.post<ItemView>(items, { clientId: adding.for(title), title }),
    onSuccess: () => adding.done(),
  });
  const lead = useMutation({
    mutationFn: ({ item, act }: { item: string; act: 'open' | 'close' }) =>
      api.post<ItemView>(`${items}/${item}/${act}`, { clientId: uuidV7() }),
    onError,
  });
  return { add, lead };
}
