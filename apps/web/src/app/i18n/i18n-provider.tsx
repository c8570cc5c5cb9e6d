import { createContext, use, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { I18nProvider as ControlsI18n } from 'react-aria-components';
import { usePreferences } from '../preferences/use-preferences.js';
import { createFormats, type Formats } from './formats.js';
import { chooseLocale, intlLocale, type Locale } from './locales.js';

interface I18n {
  locale: Locale;
  formats: Formats;
}

const I18nContext = createContext<I18n>({ locale: 'en', formats: createFormats('en') });

/** Decides the language of the page, keeps `<html lang>` right and gives the controls a locale they know. */
export function I18nProvider({ children }: { children: ReactNode }) {
  const { locale: preferred } = usePreferences();
  // As one string: some browsers give a new list each time they are asked.
  const browserLanguages = useSyncExternalStore(subscribeToLanguages, () => navigator.languages.join(','));
  const locale = chooseLocale(preferred, browserLanguages.split(','));
  const i18n = useMemo(() => ({ locale, formats: createFormats(locale) }), [locale]);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    <I18nContext value={i18n}>
      {/* React Aria has no Kyrgyz words of its own and would speak English to a screen reader. */}
      <ControlsI18n locale={intlLocale(locale)}>{children}</ControlsI18n>
    </I18nContext>
  );
}

/** The language in force, for `lang` attributes and for choosing among stored translations. */
export function useLocale(): Locale {
  return use(I18nContext).locale;
}

/** Dates, times, numbers, lists and sorting in the language in force. */
export function useFormats(): Formats {
  return use(I18nContext).formats;
}

function subscribeToLanguages(listener: () => void): () => void {
  window.addEventListener('languagechange', listener);
  return () => window.removeEventListener('languagechange', listener);
}
