import { describe, expect, it } from '@jest/globals';
import { beginRuns, followRuns } from './keyed-brackets.js';

/** The keys of the brackets after a paragraph read one way and then the others. */
function keysAfter(first: string, ...others: string[]): readonly number[] {
  return others.reduce((runs, text) => followRuns(runs, text), beginRuns(first)).keys;
}

describe('the brackets of a paragraph', () => {
  it('have keys of their own', () => {
    expect(keysAfter('It [shall] be [read] [daily].')).toEqual([0, 1, 2]);
  });

  it('keep them when an earlier one or a later one is settled', () => {
    expect(keysAfter('It [shall] be [read] [daily].', 'It shall be [read] [daily].')).toEqual([1, 2]);
    expect(keysAfter('It [shall] be [read] [daily].', 'It [shall] be [read] daily.')).toEqual([0, 1]);
    expect(keysAfter('[a] [b]', 'x [b]', 'x [b] [c]', 'x y [c]')).toEqual([2]);
  });

  it('keep them where several read the same', () => {
    expect(keysAfter('[a], [a] and [a].', '[a], b and [a].')).toEqual([0, 2]);
    expect(keysAfter('[a], [a] and [a].', 'b, [a] and [a].')).toEqual([1, 2]);
    expect(keysAfter('[a][a]', 'a[a]')).toEqual([1]);
  });

  it('keep them when the words around change, or one reads otherwise', () => {
    expect(keysAfter('It [shall] be [read].', 'Each [shall] then be [read] daily.')).toEqual([0, 1]);
    expect(keysAfter('It [shall] be [read].', 'It [shall || should] be [read].')).toEqual([0, 1]);
  });

  it('have new ones when they are new', () => {
    expect(keysAfter('It [shall] be [read].', 'It [shall] be [often] and [well] [read].')).toEqual([
      0, 2, 3, 1,
    ]);
    expect(keysAfter('It is.', 'It [is].')).toEqual([0]);
  });
});
