import type { ItemView } from '@roundtable/contracts';

/** A new item, before it has a place. */
export interface NewItem {
  id: string;
  title: string;
  parent: string | null;
  allottedMs: number | null;
}

/**
 * Puts a new item behind the last of its siblings (and their children) and returns the items that are new or changed.
 * Its printed number follows the highest of its siblings.
 */
export function addItem(items: readonly ItemView[], wanted: NewItem): ItemView[] {
  const parent = items.find((item) => item.id === wanted.parent) ?? null;
  const siblings = childrenOf(items, wanted.parent);
  const added: ItemView = {
    ...wanted,
    number: numberUnder(parent, highestNumber(siblings) + 1),
    state: 'planned',
    order: 0,
    openedAt: null,
    closedAt: null,
  };
  return differences(items, inTreeOrder([...sorted(items), added]));
}

/**
 * Moves an item before the one at `place` among its siblings (from 0) and returns the items that changed. Printed
 * numbers follow the new order only where `renumber`: once a meeting was opened, a number stays what was said aloud.
 */
export function moveItem(
  items: readonly ItemView[],
  id: string,
  place: number,
  renumber: boolean,
): ItemView[] {
  const moved = items.find((item) => item.id === id);
  if (!moved) return [];
  const siblings = childrenOf(items, moved.parent).filter((item) => item.id !== id);
  siblings.splice(Math.min(place, siblings.length), 0, moved);
  const others = sorted(items).filter((item) => item.parent !== moved.parent);
  const ordered = inTreeOrder([...others, ...siblings]);
  return differences(items, renumber ? numbered(ordered) : ordered);
}

/** Takes an item out and returns those that changed by it: they close ranks. */
export function closeRanks(items: readonly ItemView[], removed: string, renumber: boolean): ItemView[] {
  const ordered = inTreeOrder(sorted(items).filter((item) => item.id !== removed));
  return differences(items, renumber ? numbered(ordered) : ordered);
}

/** Says whether an item has items under it. */
export function hasChildren(items: readonly ItemView[], id: string): boolean {
  return items.some((item) => item.parent === id);
}

/** Depth-first, as an agenda is read; `order` counts from 0. */
function inTreeOrder(items: readonly ItemView[]): ItemView[] {
  const visit = (parent: string | null): ItemView[] =>
    items.filter((item) => item.parent === parent).flatMap((item) => [item, ...visit(item.id)]);
  return visit(null).map((item, order) => ({ ...item, order }));
}

function numbered(items: readonly ItemView[]): ItemView[] {
  const visit = (parent: ItemView | null): ItemView[] =>
    items
      .filter((item) => item.parent === (parent?.id ?? null))
      .flatMap((item, index) => {
        const own = { ...item, number: numberUnder(parent, index + 1) };
        return [own, ...visit(own)];
      });
  return visit(null);
}

function numberUnder(parent: ItemView | null, count: number): string {
  return parent ? `${parent.number}.${count}` : `${count}`;
}

function highestNumber(siblings: readonly ItemView[]): number {
  return siblings.reduce((highest, item) => Math.max(highest, Number(item.number.split('.').at(-1)) || 0), 0);
}

function childrenOf(items: readonly ItemView[], parent: string | null): ItemView[] {
  return sorted(items).filter((item) => item.parent === parent);
}

function sorted(items: readonly ItemView[]): ItemView[] {
  return [...items].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

function differences(before: readonly ItemView[], after: readonly ItemView[]): ItemView[] {
  const known = new Map(before.map((item) => [item.id, item]));
  return after.filter((item) => {
    const old = known.get(item.id);
    return !old || old.order !== item.order || old.number !== item.number;
  });
}
