import { describe, expect, it } from '@jest/globals';
import { shareSent } from './share-sent.js';

describe('the share of files that is sent', () => {
  const files = [{ size: 300 }, { size: 100 }];

  it('counts each file by its length, in the order in which they go', () => {
    expect([shareSent(files, 0, 0), shareSent(files, 0, 0.5), shareSent(files, 1, 0.5)]).toEqual([
      0, 0.375, 0.875,
    ]);
    expect(shareSent(files, 1, 1)).toBe(1);
  });

  it('is none where there is nothing in them', () => {
    expect(shareSent([{ size: 0 }], 0, 1)).toBe(0);
  });
});
