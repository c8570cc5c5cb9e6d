import { describe, expect, it } from '@jest/globals';
import { MOST_ATTEMPTS, waitAfter } from './retry-schedule.js';

describe('the retry schedule of mail', () => {
  it('waits longer after each failure, and never longer than six hours', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS }, (_, index) => waitAfter(index + 1));
    expect(waits[0]).toBe(30_000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waitAfter(40)).toBe(6 * 60 * 60 * 1000);
  });
});
