import { describe, expect, it } from '@jest/globals';
import { parseSearchQuery } from './search-query.js';

function termsOf(typed: string) {
  return parseSearchQuery(typed).terms.map(
    ({ kind, text, excluded, prefix }) =>
      `${excluded ? '-' : ''}${kind === 'phrase' ? `"${text}"` : text}${prefix ? '*' : ''}`,
  );
}

describe('the search query', () => {
  it('asks for every word, the last one as a beginning', () => {
    expect(termsOf('Water ALLOCATION per')).toEqual(['water', 'allocation', 'per*']);
  });

  it('keeps a phrase together, in any quotation marks', () => {
    expect(termsOf('"Water Allocation" now')).toEqual(['"water allocation"', 'now*']);
    expect(termsOf('«водный баланс»')).toEqual(['"водный баланс"']);
  });

  it('reads a phrase that was never closed to its end', () => {
    expect(termsOf('dam "upper naryn')).toEqual(['dam', '"upper naryn"']);
  });

  it('leaves out words and phrases with a minus before them', () => {
    expect(termsOf('dam -flood -"dry year"')).toEqual(['dam', '-flood', '-"dry year"']);
  });

  it('takes ё for е and upper case for lower', () => {
    expect(termsOf('Учёт ВОДЫ')).toEqual(['учет', 'воды*']);
  });

  it('finds nothing to ask for in operators, and never fails', () => {
    for (const typed of ['', '   ', '&|!', '()', '"', '""', '-', '--', '- -', "':*", '-only -these', '\\'])
      expect(termsOf(typed)).toEqual([]);
  });

  it('takes operators of other engines as words or nothing', () => {
    expect(termsOf('a & b | !c <-> d:*')).toEqual(['a', 'b', 'c', 'd*']);
    expect(termsOf("o'brien")).toEqual(['o', 'brien*']);
    expect(termsOf('YAML-LD')).toEqual(['yaml', 'ld*']);
  });
});
