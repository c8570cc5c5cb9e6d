import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyDraft, eraseDraft, keepDraft, readDraft } from './draft-store.js';

const draft = { body: 'Begun, not said', replyTo: 4, quote: null };

describe('drafts on a device', () => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');

  beforeEach(() => {
    const items = new Map<string, string>();
    const value = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, text: string) => void items.set(key, text),
      removeItem: (key: string) => void items.delete(key),
    };
    Object.defineProperty(globalThis, 'localStorage', { value, configurable: true });
  });

  afterEach(() => {
    if (own) Object.defineProperty(globalThis, 'localStorage', own);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('survive a reload', () => {
    keepDraft('plenary', 'ainura', draft);
    expect(readDraft('plenary', 'ainura')).toEqual(draft);
  });

  it('are erased in the room that was lost, for whoever lost it, and nowhere else', () => {
    for (const room of ['plenary', 'another'])
      for (const person of ['ainura', 'temir']) keepDraft(room, person, draft);
    eraseDraft('plenary', 'ainura');
    expect(readDraft('plenary', 'ainura')).toEqual(emptyDraft);
    expect([readDraft('plenary', 'temir'), readDraft('another', 'ainura')]).toEqual([draft, draft]);
  });
});
