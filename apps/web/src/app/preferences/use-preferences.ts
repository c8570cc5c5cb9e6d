import { useSyncExternalStore } from 'react';
import { readPreferences, subscribeToPreferences } from './preference-store.js';
import type { Preferences } from './preferences.js';

/** The preferences of this browser; change one with `setPreference(key, value)`. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribeToPreferences, readPreferences);
}
