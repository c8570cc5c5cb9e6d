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

/** Takes the marks of Markdown off a line. */
export function plainWords(line: string): string {
  return line
    .replace(/!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(^|[\s(])[*_](\S(?:.*?\S)?)[*_](?=$|[\s.,;:!?)])/g, '$1$2')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1');
}
