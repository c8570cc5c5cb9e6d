import { describe, expect, it } from '@jest/globals';
import { Pace } from './pace.js';

describe('the pace of a replay', () => {
  it('keeps the pauses of the log, divided by the speed', () => {
    const pace = new Pace(10, () => 1_000);
    expect(pace.waitBefore(20_000)).toBe(2_000);
  });

  it('does not wait where acting took longer than the pause', () => {
    let now = 0;
    const pace = new Pace(10, () => now);
    now = 3_000;
    expect(pace.waitBefore(20_000)).toBe(0);
  });

  it('cuts a long silence and does not run ahead afterwards', () => {
    let now = 0;
    const pace = new Pace(1, () => now, 5_000);
    expect(pace.waitBefore(600_000)).toBe(5_000);
    now = 5_000;
    expect(pace.waitBefore(602_000)).toBe(2_000);
  });
});
