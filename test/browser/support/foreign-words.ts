import type { Page } from 'playwright-core';
import { untranslatedIn } from './catalogs.js';

const ENGLISH_DATE =
  '\\b(January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b|\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|M\\d\\d) \\d|\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\b';

/** Words of the interface that still stand in English on a Russian or Kyrgyz page, and English dates. */
export async function findForeignWords(page: Page, locale: 'ru' | 'ky'): Promise<string[]> {
  const english = await untranslatedIn(locale);
  return page.evaluate(lookForEnglish, { english, date: ENGLISH_DATE });
}

/** Runs in the page. What people said or wrote and what they are called is theirs, in any language. */
function lookForEnglish({ english, date }: { english: string[]; date: string }): string[] {
  const OTHERS = 'blockquote, bdi, pre, kbd, [data-seq], [lang]:not(html), article p';
  const known = new Set(english);
  const dated = new RegExp(date);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.nodeValue?.trim() ?? '';
    const element = node.parentElement;
    if (!words || !element?.checkVisibility() || element.closest(OTHERS)) continue;
    if (known.has(words) || dated.test(words)) found.push(words);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const attribute of ['aria-label', 'title', 'placeholder']) {
      const words = element.getAttribute(attribute)?.trim() ?? '';
      if (known.has(words)) found.push(`${attribute}: ${words}`);
    }
  return [...new Set(found)];
}
