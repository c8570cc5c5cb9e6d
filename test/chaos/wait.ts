import { setTimeout as delay } from 'node:timers/promises';

/** Lets time pass. */
export function pause(ms: number): Promise<void> {
  return delay(ms);
}

/** Polls until `condition` holds; false when the time is up. */
export async function holdsWithin(ms: number, condition: () => boolean | Promise<boolean>): Promise<boolean> {
  const deadline = Date.now() + ms;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() > deadline) return false;
    await delay(50);
  }
}
