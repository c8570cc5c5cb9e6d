import type { SetSheet } from './set-sheet.js';

/**
 * Writes a set as CSV (RFC 4180, CRLF) with a byte order mark, so that spreadsheets read it as UTF-8. A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function writeSetCsv({ labels, rows }: SetSheet): string {
  const head = [
    labels.number,
    labels.focusArea,
    labels.enhancement,
    '',
    labels.responsible,
    labels.timeline,
    labels.support,
    labels.reservations,
    labels.sources,
  ];
  const lines = rows.map((row) => [
    String(row.place),
    row.focusArea,
    row.title,
    row.paragraphs.join('\n'),
    row.responsible,
    row.timeline,
    row.support.join('\n'),
    row.notes.map(({ delegation, text }) => `${delegation}: ${text}`).join('\n'),
    row.sources.join('\n'),
  ]);
  return `\ufeff${[head, ...lines].map((cells) => `${cells.map(quoteCell).join(',')}\r\n`).join('')}`;
}

/** Quotes a cell, and defuses what a spreadsheet would compute. */
export function quoteCell(words: string): string {
  const safe = /^\s*[=+\-@\t\r|%]/.test(words) ? `'${words}` : words;
  return `"${safe.replaceAll('"', '""')}"`;
}
