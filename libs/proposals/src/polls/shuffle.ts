import { randomInt } from 'node:crypto';

/**
 * Gives the same things in an order drawn by lot, every order as likely as any other (Fisher and Yates). `draw` gives a
 * whole number from 0 up to and without its bound; a cryptographic one unless told.
 */
export function shuffle<T>(
  things: readonly T[],
  draw: (bound: number) => number = (bound) => randomInt(bound),
): T[] {
  const shuffled = [...things];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = draw(last + 1);
    [shuffled[last], shuffled[chosen]] = [shuffled[chosen] as T, shuffled[last] as T];
  }
  return shuffled;
}
