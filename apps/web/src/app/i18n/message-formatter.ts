import { IntlMessageFormat } from 'intl-messageformat';
import { intlLocale, type Locale } from './locales.js';

/** The three languages of one feature; `K` makes a missing or surplus key a compile error. */
export type Catalog<K extends string> = Record<Locale, Record<K, string>>;
export type MessageValue = string | number;
export type MessageValues = Record<string, MessageValue>;
export type RichValues<T> = Record<string, MessageValue | ((parts: (string | T)[]) => T)>;

const compiled = new Map<string, IntlMessageFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

/** Formats one ICU message as plain text: plurals, selects and numbers in the rules of the locale. */
export function formatMessage(locale: Locale, message: string, values?: MessageValues): string {
  return String(compile(locale, message).format(values));
}

/** Formats one ICU message whose `<tags>` are filled by functions; answers the pieces in order. */
export function formatRichMessage<T>(locale: Locale, message: string, values: RichValues<T>): (string | T)[] {
  const result = compile(locale, message).format<T>(values);
  return Array.isArray(result) ? result : [result];
}

function compile(locale: Locale, message: string): IntlMessageFormat {
  const key = `${locale}\n${message}`;
  return remember(compiled, key, () => new IntlMessageFormat(message, locale, undefined, { formatters }));
}

// Plural rules are Kyrgyz where the message is; numbers go through a locale whose data every browser has.
const formatters = {
  getNumberFormat: (locale: unknown, options?: Intl.NumberFormatOptions) => {
    const name = intlLocale(String(locale) as Locale);
    return remember(
      numberFormats,
      name + JSON.stringify(options ?? {}),
      () => new Intl.NumberFormat(name, options),
    );
  },
  getPluralRules: (locale: unknown, options?: Intl.PluralRulesOptions) => {
    const name = String(locale);
    return remember(
      pluralRules,
      name + JSON.stringify(options ?? {}),
      () => new Intl.PluralRules(name, options),
    );
  },
  getDateTimeFormat: (): never => {
    throw new Error('Dates in messages are not formatted by Intl; pass a string made by useFormats().');
  },
} as unknown as NonNullable<ConstructorParameters<typeof IntlMessageFormat>[3]>['formatters'];

function remember<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
