import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

type Store = typeof import('./proposal-store.js');

describe('the proposal that is open', () => {
  let store: Store;

  beforeAll(async () => {
    const value = { matchMedia: () => ({ matches: true }) };
    Object.defineProperty(globalThis, 'window', { value, configurable: true });
    store = await import('./proposal-store.js');
  });
  afterAll(() => void Reflect.deleteProperty(globalThis, 'window'));

  it('stays open when one comes back to its room, and is closed in another, where its number is another one', () => {
    store.enterRoom('plenary');
    store.openProposal(3);
    store.enterRoom('plenary');
    expect(store.openNumberNow()).toBe(3);
    store.enterRoom('another');
    expect(store.openNumberNow()).toBeNull();
    expect(store.takeFocusWish(3, 'whole')).toBe(false);
  });
});
