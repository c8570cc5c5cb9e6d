import { describe, expect, it } from '@jest/globals';
import { Samples } from './samples.js';

describe('what was measured', () => {
  it('compares two contestants round by round', () => {
    const samples = new Samples();
    for (const [ours, theirs] of [
      [10, 2],
      [30, 10],
      [8, 2],
    ] as const) {
      samples.add('1x50', 'ours', { rate: ours });
      samples.add('1x50', 'bare', { rate: theirs });
    }
    expect(samples.ratio(['1x50', 'ours', 'rate'], ['1x50', 'bare', 'rate'])).toEqual({
      median: 4,
      min: 3,
      max: 5,
      values: [5, 3, 4],
    });
  });

  it('compares nothing where a round of one is void', () => {
    const samples = new Samples();
    samples.add('1x50', 'ours', { rate: 1 });
    expect(samples.ratio(['1x50', 'ours', 'rate'], ['1x50', 'bare', 'rate'])).toBeNull();
    samples.add('1x50', 'bare', { rate: 1 });
    samples.add('1x50', 'bare', { rate: 1 });
    expect(samples.ratio(['1x50', 'ours', 'rate'], ['1x50', 'bare', 'rate'])).toBeNull();
  });
});
