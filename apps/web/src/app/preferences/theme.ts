import { readPreferences, subscribeToPreferences } from './preference-store.js';

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

/** Keeps `<html data-theme>` equal to the preference, or to the system where the preference says so. */
export function keepTheme(): void {
  applyTheme();
  subscribeToPreferences(applyTheme);
  darkScheme.addEventListener('change', applyTheme);
}

function applyTheme(): void {
  const { theme } = readPreferences();
  const shown = theme === 'system' ? (darkScheme.matches ? 'dark' : 'light') : theme;
  const root = document.documentElement;
  root.dataset['theme'] = shown;
  // Set by first-paint.js; from here on the style sheet decides.
  root.style.removeProperty('background-color');
  const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
  if (paper) document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
}
