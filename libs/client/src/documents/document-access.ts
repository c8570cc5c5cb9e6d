import type { RoomState } from '../room-state.js';

/** What the right to write a document hangs on, as far as the room tells. Where it changes, the server is asked anew. */
export function accessIn({ me, record }: RoomState, proposal: string): string {
  const found = record?.snapshot.proposals.proposals.find(({ id }) => id === proposal);
  return JSON.stringify([me?.permissions, found?.state, found?.life?.submitters]);
}
