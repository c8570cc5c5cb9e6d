import { describe, expect, it } from '@jest/globals';
import { defaultPreferences, parsePreferences } from './preferences.js';

describe('preferences', () => {
  it('reads what was stored', () => {
    const chosen = { ...defaultPreferences, locale: 'ky', theme: 'dark', shortcuts: false };
    expect(parsePreferences(JSON.stringify(chosen))).toEqual(chosen);
  });

  it('takes the default for everything broken or unknown', () => {
    for (const stored of [null, '', '{', '[]', '7', '{"theme":"neon","locale":"xx","shortcuts":"yes"}']) {
      expect(parsePreferences(stored)).toEqual(defaultPreferences);
    }
  });
});
