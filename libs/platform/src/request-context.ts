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
