import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import { useLocale } from './i18n-provider.js';
import {
  formatMessage,
  formatRichMessage,
  type Catalog,
  type MessageValues,
  type RichValues,
} from './message-formatter.js';

export interface Translate<K extends string> {
  (key: K, values?: MessageValues): string;
  /** For messages with `<tags>`: `t.rich('consent', { link: (words) => <a href="…">{words}</a> })`. */
  rich: (key: K, values: RichValues<ReactNode>) => ReactNode;
}

/** The messages of one feature in the language in force. */
export function useMessages<K extends string>(catalog: Catalog<K>): Translate<K> {
  const locale = useLocale();
  return useMemo(() => {
    const translate = (key: K, values?: MessageValues) => formatMessage(locale, catalog[locale][key], values);
    const rich = (key: K, values: RichValues<ReactNode>) =>
      createElement(Fragment, null, ...formatRichMessage<ReactNode>(locale, catalog[locale][key], values));
    return Object.assign(translate, { rich });
  }, [catalog, locale]);
}
