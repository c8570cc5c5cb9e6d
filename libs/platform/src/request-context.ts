import { AsyncLocalStorage } from 'node:async_hooks';
import type { Caller } from './access.js';

interface RequestContext {
  requestId: string;
  caller?: Caller;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that every log line written inside it carries `requestId`. */
export function runInRequest<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId }, work);
}

let openRequests = 0;

/** Whoever hangs up leaves a handler at work; this is longer than any transaction may take. */
const AFTER_HANGING_UP_MS = 60_000;

/**
 * As `runInRequest`, for as long as a response is open. When none is, contexts are switched off until the next request:
 * while they are on, every promise of the process costs twice as much, and what people say live is all promises.
 */
export function runUntilClosed<T>(
  requestId: string,
  response: { once(event: 'close', listener: () => void): unknown; writableFinished: boolean },
  work: () => T,
): T {
  openRequests += 1;
  response.once('close', () => {
    if (response.writableFinished) leave();
    else setTimeout(leave, AFTER_HANGING_UP_MS).unref();
  });
  return runInRequest(requestId, work);
}

function leave(): void {
  openRequests -= 1;
  if (openRequests === 0) storage.disable();
}

/** Returns the id of the request being served, or undefined outside of one. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

/** Notes who makes the request being served, when the guard has let them in. */
export function noteCaller(caller: Caller): void {
  const context = storage.getStore();
  if (context) context.caller = caller;
}

/** Returns who makes the request being served; undefined for strangers, sockets and the command line. */
export function currentCaller(): Caller | undefined {
  return storage.getStore()?.caller;
}
