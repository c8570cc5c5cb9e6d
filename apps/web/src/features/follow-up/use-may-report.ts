import type { FollowUpView } from '@roundtable/contracts';
import { useRoom } from '../room/room-context.js';

/** Says whether one may report: as who sets follow-ups up, as who is responsible, or for one's delegation that is. */
export function useMayReport({ responsible }: FollowUpView): boolean {
  const { may, people, state } = useRoom();
  if (!may('follow_up.report')) return false;
  if (may('follow_up.plan')) return true;
  const { kind, id } = responsible;
  const me = people.get(state.me?.participant ?? '');
  if (!me || kind === 'words') return false;
  return kind === 'participant' ? me.id === id : me.delegation === id;
}
