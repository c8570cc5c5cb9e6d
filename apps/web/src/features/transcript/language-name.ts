import { LANGUAGES } from '@roundtable/contracts';
import type { Translate } from '../../app/i18n/use-messages.js';
import type { en } from './messages.en.js';

/** The name of a language in words where we have them; Chromium has no Kyrgyz names of languages. */
export function languageName(t: Translate<keyof typeof en>, tag: string): string {
  const known = LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`));
  return known ? t(`language_${known}`) : tag;
}
