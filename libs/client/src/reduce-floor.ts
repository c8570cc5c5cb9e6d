import type { Entry, FactType, FloorRequestView, RoomSnapshot } from '@roundtable/contracts';
import { compareIds, replaceById, withoutId } from './ordered-list.js';

/** Facts about who asks for the floor and who has it. */
export type FloorFact = Extract<FactType, `floor.${string}`>;
type Floor = RoomSnapshot['floor'];

/** Gives the list of speakers after the fact: who is done, has withdrawn or was removed is no longer on it. */
export function reduceFloor(floor: Floor, entry: Entry<FloorFact>): Floor {
  const { request } = entry.data;
  if (isOnTheList(request)) return { requests: replaceById(floor.requests, request, byOrder) };
  return { requests: withoutId(floor.requests, request.id) };
}

function isOnTheList(request: FloorRequestView): boolean {
  return request.state === 'waiting' || request.state === 'speaking' || request.state === 'paused';
}

function byOrder(a: FloorRequestView, b: FloorRequestView): number {
  return a.order - b.order || compareIds(a.id, b.id);
}
