import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId } from '@roundtable/platform';
import { makeInvitationToken, readInvitationToken } from './invitation-token.js';

const seal = (bytes: Uint8Array) => createHmac('sha256', 'key').update(bytes).digest();
const otherSeal = (bytes: Uint8Array) => createHmac('sha256', 'other').update(bytes).digest();

describe('an invitation token', () => {
  it('leads back to its invitation', () => {
    const id = newId();
    expect(readInvitationToken(makeInvitationToken(id, seal), seal)).toBe(id);
  });

  it('is the same whenever it is shown', () => {
    const id = newId();
    expect(makeInvitationToken(id, seal)).toBe(makeInvitationToken(id, seal));
  });

  it('is refused when another server made it', () => {
    expect(readInvitationToken(makeInvitationToken(newId(), otherSeal), seal)).toBeNull();
  });

  it('is refused with any one character changed', () => {
    const token = makeInvitationToken(newId(), seal);
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(readInvitationToken(changed, seal)).toBeNull();
    }
  });

  it('is refused when it is not a token at all', () => {
    for (const other of ['', '..', undefined, null, 5, 'A'.repeat(46), 'A'.repeat(4_000)])
      expect(readInvitationToken(other, seal)).toBeNull();
  });
});
