import { describe, expect, it } from '@jest/globals';
import { hasReadableCursor, listWriters } from './writers.js';

const awareness = (...states: unknown[]) => ({
  getStates: () =>
    new Map(states.map((state, client) => [client, state])) as Map<number, Record<string, unknown>>,
});
const user = (participant: unknown) => ({ user: { participant } });

describe('who writes in a text', () => {
  it('names each once, whatever devices they use, oneself first', () => {
    expect(
      listWriters(awareness(user('timur'), user('asel'), user('timur'), user('bakyt')), 'bakyt'),
    ).toEqual([
      { participant: 'bakyt', isSelf: true },
      { participant: 'asel', isSelf: false },
      { participant: 'timur', isSelf: false },
    ]);
  });

  it('leaves out whom the server does not vouch for', () => {
    expect(listWriters(awareness(null, {}, user(7), { user: null }, { participant: 'timur' }), null)).toEqual(
      [],
    );
  });
});

describe('a cursor that somebody sent', () => {
  const place = { type: { client: 1, clock: 2 }, tname: null, item: null, assoc: 0 };

  it('is read where both its places can be', () => {
    expect(hasReadableCursor({ cursor: { anchor: place, head: place } })).toBe(true);
    expect(hasReadableCursor({ cursor: { anchor: { tname: 'default', assoc: 0 }, head: place } })).toBe(true);
  });

  it.each([null, {}, { cursor: null }, { cursor: { anchor: place } }, { cursor: { anchor: 1, head: 2 } }])(
    'is passed over where it is %j',
    (state) => expect(hasReadableCursor(state)).toBe(false),
  );

  it('is passed over where its places are no places', () => {
    const wrong = { ...place, item: { client: 'x', clock: {} } };
    expect(hasReadableCursor({ cursor: { anchor: wrong, head: place } })).toBe(false);
  });
});
