import { writeCsv } from '@roundtable/platform';
import type { SetSheet } from './set-sheet.js';

/** Writes a set as CSV: a line of the set in each row. */
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
  return writeCsv([head, ...lines]);
}
