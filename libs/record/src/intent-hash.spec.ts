import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { timeAfter } from './entry-time.js';
import { hashIntent } from './intent-hash.js';

describe('the hash of an intent', () => {
  const payload = { v: 1, room: 'r', body: 'Вода, суу, water 💧', mentions: ['a', 'b'] };

  it('is the same whatever the order of the fields and the version of the protocol', () => {
    const { mentions, body, room } = payload;
    expect(hashIntent('discussion.post', { mentions, body, room, v: 2 })).toBe(
      hashIntent('discussion.post', payload),
    );
  });

  it.each([
    ['the words', { ...payload, body: 'other' }],
    ['the order of a list', { ...payload, mentions: ['b', 'a'] }],
    ['a field more', { ...payload, language: 'ky' }],
  ])('differs with %s', (_, other) => {
    expect(hashIntent('discussion.post', other)).not.toBe(hashIntent('discussion.post', payload));
  });

  it('differs with the name of the intent', () => {
    expect(hashIntent('discussion.edit', payload)).not.toBe(hashIntent('discussion.post', payload));
  });
});

describe('the text that is hashed', () => {
  it('is the canonical JSON of RFC 8785', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (payload) => {
        delete payload['v'];
        const text = canonicalize({ intent: 'discussion.post', payload }) ?? '';
        const expected = createHash('sha256').update(text).digest('hex');
        expect(hashIntent('discussion.post', payload)).toBe(expected);
      }),
    );
  });
});

describe('the time of an entry', () => {
  it('is the wished one, but never before its predecessor', () => {
    expect(timeAfter(null, 5)).toBe(5);
    expect(timeAfter(4, 5)).toBe(5);
    expect(timeAfter(6, 5)).toBe(6);
  });
});
