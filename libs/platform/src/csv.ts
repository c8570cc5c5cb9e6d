/**
 * Writes rows as CSV (RFC 4180, CRLF) with a byte order mark, so that spreadsheets read it as UTF-8. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(quoteCsvCell).join(',')}\r\n`).join('')}`;
}

/** Quotes a cell, and defuses what a spreadsheet would compute. */
export function quoteCsvCell(words: string): string {
  const safe = /^\s*[=+\-@\t\r|%]/.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}
