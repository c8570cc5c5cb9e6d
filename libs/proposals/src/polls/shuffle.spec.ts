import { describe, expect, it } from '@jest/globals';
import { shuffle } from './shuffle.js';

describe('shuffle', () => {
  it('reaches every order equally often when every draw is made once', () => {
    const orders = [0, 1, 2].flatMap((first) =>
      [0, 1].map((second) => {
        const draws = [first, second];
        return shuffle(['a', 'b', 'c'], () => draws.shift() ?? 0).join('');
      }),
    );
    expect([...orders].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
  });

  it('draws from the whole of what is left', () => {
    const bounds: number[] = [];
    shuffle([1, 2, 3, 4], (bound) => (bounds.push(bound), 0));
    expect(bounds).toEqual([4, 3, 2]);
  });
});
