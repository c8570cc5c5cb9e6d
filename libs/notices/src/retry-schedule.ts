const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 6 * 60 * 60 * 1000;

/** After so many attempts a letter stays in the outbox with its error and is not tried again. */
export const MOST_ATTEMPTS = 10;

/** How long to wait after a number of failed attempts, in milliseconds: 30 s, doubled each time, at most six hours. */
export function waitAfter(failedAttempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, failedAttempts - 1), LONGEST_WAIT_MS);
}
