export const FLOOR_KINDS = [
  'statement',
  'reply',
  'pro',
  'contra',
  'intervention',
  'interposed_question',
  'point_of_order',
] as const;
export type FloorKind = (typeof FLOOR_KINDS)[number];
export const FLOOR_STATES = ['waiting', 'speaking', 'paused', 'done', 'withdrawn', 'removed'] as const;
export type FloorState = (typeof FLOOR_STATES)[number];

/** A request for the floor, whole; facts carry it so and clients replace by id. */
export interface FloorRequestView {
  id: string;
  participant: string;
  kind: FloorKind;
  note: string | null;
  state: FloorState;
  /** Place among those who wait; lower speaks first. */
  order: number;
  requestedAt: string;
  grantedAt: string | null;
  endedAt: string | null;
}
/** Data of `floor.requested`, `floor.withdrawn`, `floor.granted` and `floor.ended`. */
export interface FloorChanged {
  request: FloorRequestView;
}

interface RoomIntent {
  v: number;
  room: string;
  clientId: string;
}
export interface RequestFloor extends RoomIntent {
  note?: string | null;
}
/** Lowers one's own hand. */
export type WithdrawRequest = RoomIntent;
/** Gives the floor to a waiting request; whoever spoke before is done. */
export interface GrantFloor extends RoomIntent {
  request: string;
}
export interface EndSpeech extends RoomIntent {
  request: string;
}
