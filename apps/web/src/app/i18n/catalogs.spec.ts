import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalog } from './message-formatter.js';

// Found by their name, so that the words of a new feature are checked from the day it appears.
const source = join(import.meta.dirname, '../..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(^|\/)messages\.ts$/.test(file),
);

/** Words that stay as they are in every language. */
const sameEverywhere =
  /^(Roundtable|CSV|JSON|Markdown|PDF|iCalendar|E-mail|OK|UTC|IRC|[^\p{L}]*|\{[^}]*\})+$/u;

interface Element {
  type: number;
  value?: string;
  options?: Record<string, { value: Element[] }>;
  children?: Element[];
}

/** Names of the arguments and tags a message uses, in alphabetical order. */
function namesIn(elements: Element[]): string[] {
  const names = elements.flatMap(({ type, value, options = {}, children = [] }) => [
    ...(type === 0 || type === 7 ? [] : [String(value)]),
    ...Object.values(options).flatMap((option) => namesIn(option.value)),
    ...namesIn(children),
  ]);
  return [...new Set(names)].sort();
}

function read(locale: string, message: string): string[] {
  return namesIn(new IntlMessageFormat(message, locale).getAst());
}

describe('every catalogue of words', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(1);
  });

  it.each(files)('%s reads in three languages with the same arguments and is translated', async (file) => {
    const { messages } = (await import(join(source, file))) as { messages: Catalog<string> };
    const untranslated: string[] = [];
    for (const [key, english] of Object.entries(messages.en)) {
      const expected = read('en', english);
      for (const locale of ['ru', 'ky'] as const) {
        const words = messages[locale][key] ?? '';
        expect({ key, locale, names: read(locale, words) }).toEqual({ key, locale, names: expected });
        if (!/\p{Script=Cyrillic}/u.test(words) && !sameEverywhere.test(words))
          untranslated.push(`${locale} ${key}`);
      }
    }
    expect(untranslated).toEqual([]);
  });
});
