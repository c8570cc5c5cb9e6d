import { describe, expect, it } from '@jest/globals';
import { fitLine, median, percentile, ratiosByRound, spreadOf } from './statistics.js';

describe('figures of several rounds', () => {
  it('takes the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('takes the mean of the two middle values of an even number', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  it('has no middle of nothing', () => {
    expect(median([])).toBeNaN();
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('gives percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.01)).toBe(7);
  });

  it('tells median, least and most', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, values: [3, 1, 2] });
  });

  it('compares within each round and not across', () => {
    // The machine was half as fast in the second round: the ratio is the same in both.
    expect(ratiosByRound([400, 200], [100, 50]).values).toEqual([4, 4]);
  });

  it('refuses to compare where a round is missing', () => {
    expect(() => ratiosByRound([1, 2], [1])).toThrow('2 rounds cannot be compared with 1.');
    expect(() => ratiosByRound([], [])).toThrow();
  });

  it('finds the line through points and how well it fits', () => {
    const exact = fitLine([1, 2, 5].map((x) => ({ x, y: 3 + 2 * x })));
    expect(exact.slope).toBeCloseTo(2);
    expect(exact.intercept).toBeCloseTo(3);
    expect(exact.fit).toBeCloseTo(1);
    const square = fitLine([1, 2, 3].map((x) => ({ x, y: x === 2 ? 9 : x })));
    expect(square.fit).toBeLessThan(0.99);
  });
});
