import { parsePreferences, type Preferences } from './preferences.js';

// first-paint.js reads the same key.
const storageKey = 'roundtable.preferences';
const listeners = new Set<() => void>();
let current = parsePreferences(readStored());

export function readPreferences(): Preferences {
  return current;
}

/** Keeps one choice, here and in every other tab of this browser. */
export function setPreference<K extends keyof Preferences>(key: K, value: Preferences[K]): void {
  current = { ...current, [key]: value };
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // Storage may be full or forbidden; the choice then lasts as long as the page.
  }
  announceChange();
}

export function subscribeToPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announceChange(): void {
  for (const listener of listeners) listener();
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

// The browser sends this event to the other tabs only, never to the one that wrote.
window.addEventListener('storage', (event) => {
  if (event.key !== storageKey && event.key !== null) return;
  current = parsePreferences(readStored());
  announceChange();
});
