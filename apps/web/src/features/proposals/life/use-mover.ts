import { useRoom } from '../../room/room-context.js';
import type { Mover } from './possible-moves.js';

/** The person of this browser in the open room. */
export function useMover(): Mover {
  const { state, people, may } = useRoom();
  const participant = state.me?.participant ?? null;
  return { participant, delegation: people.get(participant ?? '')?.delegation ?? null, may };
}
