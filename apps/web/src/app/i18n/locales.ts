export const locales = ['en', 'ru', 'ky'] as const;
export type Locale = (typeof locales)[number];

/** Each language under its own name. */
export const localeNames: Record<Locale, string> = { en: 'English', ru: 'Русский', ky: 'Кыргызча' };

export function isLocale(value: unknown): value is Locale {
  return (locales as readonly unknown[]).includes(value);
}

/** The preferred language, else the first of the browser's languages that we speak, else English. */
export function chooseLocale(preferred: Locale | null, browserLanguages: readonly string[]): Locale {
  if (preferred) return preferred;
  const spoken = browserLanguages.map((tag) => tag.toLowerCase().split('-')[0]);
  return spoken.find(isLocale) ?? 'en';
}

/**
 * The locale to hand to `Intl` for numbers and sorting.
 * Chromium has no Kyrgyz data and answers in English; Russian groups, decimals and alphabetical order are the same.
 */
export function intlLocale(locale: Locale): string {
  return locale === 'ky' ? 'ru' : locale === 'en' ? 'en-GB' : locale;
}
