import { describe, expect, it } from '@jest/globals';
import { stateWords } from './state-words.js';

describe('the line that tells where words are', () => {
  it('calls saved what is on its way for a moment only, and says so when it takes longer', () => {
    expect(stateWords({ state: 'live', unsaved: 0 }, false)).toBe('saved');
    expect(stateWords({ state: 'live', unsaved: 1 }, false)).toBe('saved');
    expect(stateWords({ state: 'live', unsaved: 1 }, true)).toBe('saving');
  });

  it('never says saved while the line is gone', () => {
    expect(stateWords({ state: 'offline', unsaved: 3 }, true)).toBe('offlineKept');
    expect(stateWords({ state: 'offline', unsaved: 0 }, false)).toBe('offline');
  });

  it('tells a text that may not be written from one that is closed', () => {
    expect(stateWords({ state: 'read-only', unsaved: 0 }, false)).toBe('readOnly');
    expect(stateWords({ state: 'closed', unsaved: 0 }, false)).toBe('closed');
  });
});
