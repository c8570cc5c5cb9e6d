import { describe, expect, it } from '@jest/globals';
import { readPercent } from './poll-draft.js';
import { writeShare } from './share.js';

describe('a share', () => {
  it('is written as a percentage where two places say it exactly', () => {
    expect(writeShare({ numerator: 1, denominator: 2 })).toBe('50 %');
    expect(writeShare({ numerator: 2, denominator: 3 })).toBe('2/3');
    expect(writeShare({ numerator: 3_330, denominator: 10_000 })).toBe('33.3 %');
  });

  it('reads back as it was typed, whatever percentage of two places that is', () => {
    for (let hundredths = 0; hundredths <= 10_000; hundredths++) {
      const typed = String(hundredths / 100);
      const share = readPercent(typed);
      expect(share && writeShare(share)).toBe(`${typed} %`);
    }
  });
});
