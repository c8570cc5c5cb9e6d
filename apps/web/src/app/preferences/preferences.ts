import { isLocale, type Locale } from '../i18n/locales.js';

export type ThemePreference = 'system' | 'light' | 'dark';

/** What one person chose for this browser. `locale` null follows the browser's languages. */
export interface Preferences {
  locale: Locale | null;
  theme: ThemePreference;
  /** Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends. */
  sendWithEnter: boolean;
  /** Single-key shortcuts can be switched off (WCAG 2.1.4). */
  shortcuts: boolean;
  /** Whether new entries are read out by a screen reader. */
  announcer: boolean;
}

export const defaultPreferences: Preferences = {
  locale: null,
  theme: 'system',
  sendWithEnter: true,
  shortcuts: true,
  announcer: true,
};

/** Reads stored text into preferences; whatever is missing or wrong takes its default. */
export function parsePreferences(stored: string | null): Preferences {
  const found = parseRecord(stored);
  const flag = (key: 'sendWithEnter' | 'shortcuts' | 'announcer') =>
    typeof found[key] === 'boolean' ? found[key] : defaultPreferences[key];
  return {
    locale: isLocale(found['locale']) ? found['locale'] : null,
    theme: isTheme(found['theme']) ? found['theme'] : 'system',
    sendWithEnter: flag('sendWithEnter'),
    shortcuts: flag('shortcuts'),
    announcer: flag('announcer'),
  };
}

function parseRecord(stored: string | null): Record<string, unknown> {
  if (!stored) return {};
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isTheme(value: unknown): value is ThemePreference {
  return value === 'system' || value === 'light' || value === 'dark';
}
