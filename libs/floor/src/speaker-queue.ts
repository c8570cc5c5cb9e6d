import type { FloorKind, FloorRequestView } from '@roundtable/contracts';
import { HandAlreadyRaised, HandNotRaised, RequestNotFound, RequestState } from './floor.errors.js';

/** Room between two neighbours, so that somebody can be put between them without moving anybody. */
const STEP = 65_536;

/** What may be asked for now, and by whom. */
export interface NewRequest {
  id: string;
  participant: string;
  kind: FloorKind;
  note: string | null;
  at: string;
}

/**
 * Puts a request on the list: before everybody whose kind is less urgent, behind everybody else (first come, first
 * served among equals). One request waits per person and kind.
 * @throws HandAlreadyRaised
 */
export function requestFloor(active: FloorRequestView[], request: NewRequest): FloorRequestView {
  const waiting = waitingInOrder(active);
  const raised = waiting.find((one) => one.participant === request.participant && one.kind === request.kind);
  if (raised) throw new HandAlreadyRaised(raised.id);
  return {
    id: request.id,
    participant: request.participant,
    kind: request.kind,
    note: request.note,
    state: 'waiting',
    order: placeOf(request.kind, waiting),
    requestedAt: request.at,
    grantedAt: null,
    endedAt: null,
  };
}

/** Takes a person's own waiting request off the list. @throws HandNotRaised */
export function withdrawRequest(
  active: FloorRequestView[],
  participant: string,
  at: string,
): FloorRequestView {
  const mine = waitingInOrder(active).find((one) => one.participant === participant);
  if (!mine) throw new HandNotRaised();
  return { ...mine, state: 'withdrawn', endedAt: at };
}

/**
 * Gives the floor to a waiting request. Whoever had it, speaking or paused, is done; what changed is given in the order
 * in which it happens.
 * @throws RequestNotFound or RequestState
 */
export function grantFloor(active: FloorRequestView[], id: string, at: string): FloorRequestView[] {
  const request = find(active, id);
  if (request.state !== 'waiting') throw new RequestState(id, request.state);
  return [...endSpeeches(active, at), { ...request, state: 'speaking', grantedAt: at }];
}

/** Ends a speech. @throws RequestNotFound or RequestState */
export function endSpeech(active: FloorRequestView[], id: string, at: string): FloorRequestView {
  const request = find(active, id);
  if (!holdsFloor(request)) throw new RequestState(id, request.state);
  return endOf(request, at);
}

/** Ends every speech that is on. Who waits goes on waiting. */
export function endSpeeches(active: FloorRequestView[], at: string): FloorRequestView[] {
  return inOrder(active.filter(holdsFloor)).map((one) => endOf(one, at));
}

/** Takes people off who may not speak any more: their speech ends, and what they asked for is removed. */
export function takeOff(
  active: FloorRequestView[],
  participants: readonly string[],
  at: string,
): FloorRequestView[] {
  const theirs = inOrder(active.filter(({ participant }) => participants.includes(participant)));
  return theirs.map((one) => (holdsFloor(one) ? endOf(one, at) : { ...one, state: 'removed', endedAt: at }));
}

/** Sorts requests as the list shows them; those with equal places by id, which is by age. */
export function inOrder(requests: FloorRequestView[]): FloorRequestView[] {
  return [...requests].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/**
 * Gives the place of a new request among those who wait. When there is no place left between two neighbours it takes
 * its predecessor's, and its younger id puts it behind.
 */
export function placeOf(kind: FloorKind, waiting: FloorRequestView[]): number {
  const next = waiting.findIndex((one) => urgencyOf(one.kind) > urgencyOf(kind));
  const before = next === -1 ? waiting.at(-1) : waiting[next - 1];
  const after = next === -1 ? undefined : waiting[next];
  if (!after) return (before?.order ?? 0) + STEP;
  if (!before) return after.order - STEP;
  if (before.kind === kind) return Math.max(before.order, Math.min(before.order + 1, after.order - 1));
  return before.order + Math.floor((after.order - before.order) / 2);
}

/** Lower speaks first: an interposed question, then an intervention, then a point of order, then all the rest. */
function urgencyOf(kind: FloorKind): number {
  switch (kind) {
    case 'interposed_question':
      return 0;
    case 'intervention':
      return 1;
    case 'point_of_order':
      return 2;
    case 'statement':
    case 'reply':
    case 'pro':
    case 'contra':
      return 3;
  }
}

function waitingInOrder(active: FloorRequestView[]): FloorRequestView[] {
  return inOrder(active.filter((one) => one.state === 'waiting'));
}

function holdsFloor(request: FloorRequestView): boolean {
  return request.state === 'speaking' || request.state === 'paused';
}

function endOf(request: FloorRequestView, at: string): FloorRequestView {
  return { ...request, state: 'done', endedAt: at };
}

function find(requests: FloorRequestView[], id: string): FloorRequestView {
  const request = requests.find((one) => one.id === id);
  if (!request) throw new RequestNotFound(id);
  return request;
}
