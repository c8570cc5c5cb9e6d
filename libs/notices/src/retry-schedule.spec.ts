import { describe, expect, it } from '@jest/globals';
import { MOST_ATTEMPTS, waitAfter } from './retry-schedule.js';

describe('the retry schedule of mail', () => {
  it('waits longer after each failure, and never longer than six hours', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS }, (_, index) => waitAfter(index + 1));
    expect(waits[0]).toBe(30_000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waitAfter(40)).toBe(6 * 60 * 60 * 1000);
  });

  it('allows ten attempts, the second after 30 s and each further one after twice as long', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => waitAfter(index + 1) / 1000);
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7680]);
  });
});
