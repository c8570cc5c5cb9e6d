import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { quoteCsvCell, writeCsv } from './csv.js';

describe('CSV', () => {
  it.each(['=1+1', '+7', '-1', '@x', '\t=1', '  =HYPERLINK("http://evil.example")', '|cmd', '%x'])(
    'defuses %j, so that no spreadsheet computes it',
    (words) => {
      expect(quoteCsvCell(words)).toMatch(/^"'/);
      expect(parse(quoteCsvCell(words))).toEqual([[`'${words}`]]);
    },
  );

  it.each(['Ө Ү Ң "quoted", with a comma', 'two\nlines', '', '2027–2028'])('keeps %j as it is', (words) => {
    expect(parse(`${quoteCsvCell(words)},x`)).toEqual([[words, 'x']]);
  });

  it('is read back as it was written, whatever stands in the cells', () => {
    const rows = [
      ['№', 'Өзөн "суусу"'],
      ['a,b', 'line\nline'],
    ];
    const text = writeCsv(rows);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(parse(text, { bom: true })).toEqual(rows);
  });
});
