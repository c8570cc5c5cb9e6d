import { describe, expect, it } from '@jest/globals';
import type { PassageView } from '@roundtable/contracts';
import { hourOf, indexOfSeq, transcriptRows, type RowSources } from './transcript-rows.js';

function statement(seq: number, at: string, change: Partial<PassageView> = {}): PassageView {
  return {
    seq,
    at: `2026-11-${at}.000Z`,
    kind: 'statement',
    speaker: 'a',
    replyTo: null,
    ...change,
  } as PassageView;
}
function rowsOf(passages: PassageView[], change: Partial<RowSources> = {}) {
  return transcriptRows({
    passages,
    hasEarlier: false,
    hasLater: false,
    dayOf: (at) => at.slice(0, 10),
    ...change,
  });
}
const kinds = (rows: ReturnType<typeof rowsOf>) => rows.map(({ kind }) => kind);
const firsts = (rows: ReturnType<typeof rowsOf>) =>
  rows.flatMap((row) => (row.kind === 'passage' ? [row.isFirst] : []));

describe('the rows of a transcript', () => {
  it('stand under their day and hour', () => {
    const rows = rowsOf([
      statement(1, '22T08:59:00'),
      statement(2, '22T09:01:00'),
      statement(3, '23T09:01:00'),
    ]);
    expect(kinds(rows)).toEqual([
      'title',
      'day',
      'hour',
      'passage',
      'hour',
      'passage',
      'day',
      'hour',
      'passage',
      'end',
    ]);
  });

  it('have the title page only above the beginning, and say where more is to be loaded', () => {
    const rows = rowsOf([statement(9, '22T08:00:00')], { hasEarlier: true, hasLater: true });
    expect(kinds(rows)).toEqual(['earlier', 'day', 'hour', 'passage', 'later']);
  });

  it('name a speaker once, until another speaks, time passes, an item opens or the hour ends', () => {
    const rows = rowsOf([
      statement(1, '22T08:00:00'),
      statement(2, '22T08:01:00'),
      statement(3, '22T08:02:00', { speaker: 'b' }),
      statement(4, '22T08:09:00', { speaker: 'b' }),
      statement(5, '22T08:10:00', { speaker: 'b', item: 'x' }),
      statement(6, '22T09:00:30', { speaker: 'b', item: 'x' }),
    ]);
    expect(firsts(rows)).toEqual([true, false, true, true, true, true]);
  });

  it('tell what was written from what was said, though one person did both', () => {
    const rows = rowsOf([statement(1, '22T08:00:00'), statement(2, '22T08:00:10', { kind: 'message' })]);
    expect(firsts(rows)).toEqual([true, true]);
  });

  it('are found by an entry, or by where it would stand', () => {
    const rows = rowsOf([statement(3, '22T08:00:00'), statement(8, '22T08:01:00')]);
    expect(indexOfSeq(rows, 3)).toBe(3);
    expect(indexOfSeq(rows, 5)).toBe(4);
    expect(indexOfSeq(rows, 9)).toBe(-1);
  });

  it('share the hours of the outline', () => {
    expect(hourOf('2026-11-22T08:59:59.999Z')).toBe('2026-11-22T08:00:00.000Z');
  });
});
