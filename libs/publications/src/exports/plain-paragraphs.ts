import { plainWords } from '@roundtable/contracts';

const BULLET = /^\s*[-*+]\s+/;

/**
 * Gives the paragraphs of a Markdown text as plain words: marks of emphasis, headings and links are taken off, list
 * items keep a bullet or their number. What is printed is never read as markup again.
 */
export function plainParagraphs(markdown: string): string[] {
  return markdown
    .split('\n')
    .map((line) =>
      plainWords(
        line
          .replace(/^\s{0,3}#{1,6}\s+/, '')
          .replace(/^\s*>\s?/, '')
          .replace(BULLET, '• '),
      ).trim(),
    )
    .filter((line) => line !== '');
}
