import type { FloorRequestView } from '@roundtable/contracts';

/** The list of speakers as it is shown. */
export interface SpeakerList {
  /** Who speaks, and whose speech is interrupted meanwhile. */
  holding: FloorRequestView[];
  /** First to speak first. */
  waiting: FloorRequestView[];
}

export function speakerListOf(requests: readonly FloorRequestView[]): SpeakerList {
  const inOrder = [...requests].sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
  return {
    holding: inOrder.filter(({ state }) => state === 'speaking' || state === 'paused'),
    waiting: inOrder.filter(({ state }) => state === 'waiting'),
  };
}

/** How things stand for one person. `place` counts from 1 among those who wait. */
export type Hand =
  | { state: 'down' }
  | { state: 'raised'; place: number; request: FloorRequestView }
  | { state: 'speaking'; request: FloorRequestView };

/** Whoever speaks and has asked again is told of the speech. */
export function handOf({ holding, waiting }: SpeakerList, participant: string | undefined): Hand {
  const speech = holding.find((request) => request.participant === participant);
  if (speech) return { state: 'speaking', request: speech };
  const index = waiting.findIndex((request) => request.participant === participant);
  const request = waiting[index];
  return request ? { state: 'raised', place: index + 1, request } : { state: 'down' };
}
