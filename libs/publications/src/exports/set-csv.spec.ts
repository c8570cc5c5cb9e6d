import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { quoteCell } from './set-csv.js';

describe('a cell of the CSV', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)', '\t=1', ' =1', '|calc', '%0A'])(
    'defuses %j, which a spreadsheet would compute',
    (words) => {
      const [[read]] = parse(quoteCell(words)) as [[string]];
      expect(read).toBe(`'${words}`);
    },
  );

  it.each(['Ө Ү Ң "quoted", with a comma', 'two\nlines', '', '2027–2028'])('keeps %j as it is', (words) => {
    const [[read]] = parse(`${quoteCell(words)},x`) as [[string]];
    expect(read).toBe(words);
  });
});
