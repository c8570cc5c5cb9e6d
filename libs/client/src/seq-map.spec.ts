import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SeqMap } from './seq-map.js';

describe('SeqMap', () => {
  it('holds what a Map holds, in ascending order, and never changes an older version', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 400 }), fc.option(fc.nat(9))), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (changes) => {
        let map = SeqMap.empty<number>();
        const model = new Map<number, number>();
        for (const [seq, value] of changes) {
          const before = [map, JSON.stringify([...map.entries()])] as const;
          map = value === null ? map.delete(seq) : map.set(seq, value);
          if (value === null) model.delete(seq);
          else model.set(seq, value);
          expect(JSON.stringify([...before[0].entries()])).toBe(before[1]);
        }
        expect([...map.entries()]).toEqual([...model].sort((a, b) => a[0] - b[0]));
        expect(map.size).toBe(model.size);
      }),
    );
  });
});
