import type { ItemView } from '@roundtable/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../app/api.js';
import { useProblem } from '../../../app/errors/use-problem.js';
import { showToast } from '../../../app/toasts/toast-store.js';
import { useActId } from '../../../app/use-act-id.js';
import { refreshMeeting } from '../meeting-queries.js';

/** What can be done with the agenda of a meeting. */
export type AgendaDeed =
  | { deed: 'add'; title: string; parent: string | null; allottedMs: number | null }
  | { deed: 'change'; item: ItemView; title: string; allottedMs: number | null }
  | { deed: 'move'; item: ItemView; place: number }
  | { deed: 'open' | 'close' | 'remove'; item: ItemView };

/** Does it, and reads the meeting anew. What is refused is said in a toast. */
export function useAgendaDeeds(meeting: string) {
  const problem = useProblem();
  const act = useActId();
  return useMutation({
    mutationFn: (deed: AgendaDeed) => perform(`/meetings/${meeting}/items`, deed, act.for(deed)),
    onSuccess: () => act.done(),
    onError: (error) => showToast({ tone: 'error', text: problem(error) ?? '' }),
    onSettled: () => refreshMeeting(meeting),
  });
}

function perform(items: string, deed: AgendaDeed, clientId: string): Promise<unknown> {
  switch (deed.deed) {
    case 'add': {
      const { title, parent, allottedMs } = deed;
      return api.post<ItemView>(items, { clientId, title, parent, allottedMs });
    }
    case 'change': {
      const { title, allottedMs, item } = deed;
      return api.put<ItemView>(`${items}/${item.id}`, { clientId, title, allottedMs });
    }
    case 'move':
      return api.post<ItemView>(`${items}/${deed.item.id}/move`, { clientId, place: deed.place });
    case 'remove':
      return api.delete(`${items}/${deed.item.id}`, { body: { clientId } });
    default:
      return api.post<ItemView>(`${items}/${deed.item.id}/${deed.deed}`, { clientId });
  }
}
