/** Takes the marks of Markdown off the words of a line: emphasis, code, links, escapes. A mark without its other half stays. */
export function plainWords(line: string): string {
  return line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\*\*(.+?)\*\*/gu, '$1')
    .replace(/~~(.+?)~~/gu, '$1')
    .replace(/(^|[\s(])__(\S.*?)__(?=$|[\s).,;:!?])/gmu, '$1$2')
    .replace(/(^|[\s(])[*_](\S(?:[^*_\n]*?\S)?)[*_](?=$|[\s).,;:!?])/gmu, '$1$2')
    .replace(/`([^`]+)`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1');
}

/** Makes one plain line of a Markdown text: marks of quotations, headings and lists are taken off as well. */
export function plainLine(text: string): string {
  const words = text.replace(/^\s*(?:>|#{1,6}|[-*+]|\d+\.)\s+/gmu, '');
  return plainWords(words).replace(/\s+/gu, ' ').trim();
}
