import { describe, expect, it } from '@jest/globals';
import { testLine, type LineProbes } from './line-test.js';

/** A server whose answers take these times, one after the other. */
function probes(answersMs: number[], change: Partial<LineProbes> = {}): LineProbes {
  let clock = 0;
  const left = [...answersMs];
  return {
    now: () => clock,
    ask: async () => void (clock += left.shift() ?? 0),
    openLive: async () => true,
    ...change,
  };
}

describe('testLine', () => {
  it('calls a line good by the median of its answers, not by the first', async () => {
    expect(await testLine(probes([2_000, 40, 60, 50, 45]))).toEqual({ verdict: 'good', latencyMs: 50 });
  });

  it('calls it slow where most answers are', async () => {
    expect(await testLine(probes([900, 800, 700, 1_200, 50]))).toEqual({ verdict: 'slow', latencyMs: 800 });
  });

  it('tells a blocked live line from a server that is not there', async () => {
    expect(await testLine(probes([1], { openLive: async () => false }))).toEqual({ verdict: 'blocked' });
    const failing = { ask: () => Promise.reject(new Error('offline')) };
    expect(await testLine(probes([], failing))).toEqual({ verdict: 'none' });
  });
});
