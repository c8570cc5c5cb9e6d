import { describe, expect, it } from '@jest/globals';
import { hashToken, makeToken } from './opaque-token.js';

describe('a login token', () => {
  it('is found again by its hash', () => {
    const { token, hash } = makeToken();
    expect(hashToken(token)).toEqual(hash);
    expect(hash.toString('base64url')).not.toBe(token);
  });

  it('is never what cannot be one', () => {
    for (const other of ['', 'x', `${makeToken().token}A`, undefined, 7, { length: 43 }, 'ы'.repeat(43)])
      expect(hashToken(other)).toBeNull();
  });
});
