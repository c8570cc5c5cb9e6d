import { describe, expect, it } from '@jest/globals';
import type { ItemView } from '@roundtable/contracts';
import { addItem, closeRanks, moveItem } from './agenda.js';

/** Applies what a rule says, as the projection does. */
function apply(items: ItemView[], changed: ItemView[], removed?: string): ItemView[] {
  const byId = new Map(items.filter(({ id }) => id !== removed).map((item) => [item.id, item]));
  for (const item of changed) byId.set(item.id, item);
  return [...byId.values()].sort((a, b) => a.order - b.order);
}

function agenda(...wanted: [id: string, parent: string | null][]): ItemView[] {
  return wanted.reduce<ItemView[]>(
    (items, [id, parent]) => apply(items, addItem(items, { id, parent, title: id, allottedMs: null })),
    [],
  );
}

const read = (items: ItemView[]) => items.map(({ id, number, order }) => `${order} ${number} ${id}`);

describe('the agenda', () => {
  const items = agenda(['a', null], ['b', null], ['a1', 'a'], ['a2', 'a'], ['a11', 'a1']);

  it('is read depth first', () => {
    expect(read(items)).toEqual(['0 1 a', '1 1.1 a1', '2 1.1.1 a11', '3 1.2 a2', '4 2 b']);
  });

  it('takes the items under an item along and numbers anew before the meeting', () => {
    expect(read(apply(items, moveItem(items, 'b', 0, true)))).toEqual([
      '0 1 b',
      '1 2 a',
      '2 2.1 a1',
      '3 2.1.1 a11',
      '4 2.2 a2',
    ]);
  });

  it('keeps numbers that were said aloud', () => {
    expect(read(apply(items, moveItem(items, 'b', 0, false)))).toEqual([
      '0 2 b',
      '1 1 a',
      '2 1.1 a1',
      '3 1.1.1 a11',
      '4 1.2 a2',
    ]);
    const without = apply(items, closeRanks(items, 'a11', false), 'a11');
    expect(read(without)).toEqual(['0 1 a', '1 1.1 a1', '2 1.2 a2', '3 2 b']);
    const grown = apply(without, addItem(without, { id: 'c', parent: null, title: 'c', allottedMs: null }));
    expect(read(grown).at(-1)).toBe('4 3 c');
  });

  it('says nothing changed where nothing moved', () => {
    expect(moveItem(items, 'b', 9, true)).toEqual([]);
  });
});
