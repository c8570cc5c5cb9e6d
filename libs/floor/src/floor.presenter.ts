import type { Audience, Entry, FloorRequestView } from '@roundtable/contracts';
import type { FloorRequestEntity } from './floor-request.entity.js';

/** Everybody admitted to the room sees the list of speakers; the public does not. */
export function presentFloor(entry: Entry, audience: Audience): Entry | null {
  return audience === 'public' ? null : entry;
}

/** The request as everybody in the room sees it. */
export function presentRequest(request: FloorRequestEntity): FloorRequestView {
  return {
    id: request.id,
    participant: request.participantId,
    kind: request.kind,
    note: request.note,
    state: request.state,
    order: request.sortOrder,
    requestedAt: request.requestedAt.toISOString(),
    grantedAt: request.grantedAt?.toISOString() ?? null,
    endedAt: request.endedAt?.toISOString() ?? null,
  };
}
