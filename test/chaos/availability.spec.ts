import { describe, expect, it } from '@jest/globals';
import { longestSilences } from './availability.js';

describe('the silence that a fault causes', () => {
  const fault = (kind: string, from: number, to: number) => ({ kind, from, to });

  it('is the longest pause between acknowledgements of any room that overlaps the fault', () => {
    const rooms = [
      [0, 100, 900, 1_000],
      [0, 100, 400, 700, 1_000],
    ];
    expect(longestSilences(rooms, [fault('kill', 150, 300)])).toEqual({ kill: 800 });
  });

  it('counts what comes after the fault to it, up to the next fault', () => {
    const times = [0, 100, 200, 5_200, 5_300, 9_300];
    const faults = [fault('kill', 50, 150), fault('hang', 5_250, 5_280)];
    expect(longestSilences([times], faults)).toEqual({ kill: 5_000, hang: 4_000 });
  });

  it('is the longest of all faults of a kind', () => {
    const times = [0, 300, 20_000, 20_100, 40_000, 40_900];
    const faults = [fault('kill', 100, 200), fault('cut', 19_999, 20_001), fault('kill', 40_100, 40_200)];
    expect(longestSilences([times], faults)['kill']).toBe(19_700);
  });
});
