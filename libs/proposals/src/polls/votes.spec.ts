import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readVotes, sumVotes, writeVotes } from './votes.js';

describe('votes', () => {
  it('are counted without rounding: a tenth ten times is one', () => {
    const tenth = readVotes('0.1') ?? 0n;
    expect(writeVotes(sumVotes(Array.from({ length: 10 }, () => tenth)))).toBe('1');
  });

  it.each(['0', '-1', '1.1234567', '1,5', '', '1e3', ' 1', '0.000000', '12345678901', 'NaN'])(
    'refuse %j as a weight',
    (text) => {
      expect(readVotes(text)).toBeNull();
    },
  );

  it('read what they write', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 14n }), (votes) => {
        expect(readVotes(writeVotes(votes))).toBe(votes);
      }),
    );
  });
});
