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

  it('is the doing of the fault in which it began, even if the next one began meanwhile', () => {
    const faults = [fault('restore', 1_000, 20_000), fault('cut', 20_500, 20_600)];
    expect(longestSilences([[990, 22_000, 22_010]], faults)).toEqual({ restore: 21_010, cut: 10 });
  });

  it('is not the doing of a fault that was long over, a moment before the next', () => {
    const faults = [fault('cut', 1_000, 1_100), fault('kill', 5_000, 5_500)];
    expect(longestSilences([[4_800, 4_990, 9_000]], faults)).toEqual({ cut: 190, kill: 4_010 });
  });

  it('is the longest of all faults of a kind', () => {
    const times = [0, 300, 20_000, 20_100, 40_000, 40_900];
    const faults = [fault('kill', 100, 200), fault('cut', 19_999, 20_001), fault('kill', 40_100, 40_200)];
    expect(longestSilences([times], faults)['kill']).toBe(19_700);
  });
});
