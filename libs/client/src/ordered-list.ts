/** Gives the list with the object in the place of the one with its id, or added, kept in order. */
export function replaceById<T extends { id: string }>(
  list: readonly T[],
  object: T,
  order: (a: T, b: T) => number,
): T[] {
  return [...list.filter((other) => other.id !== object.id), object].sort(order);
}

/** Gives the list without the object of that id; the same list where it was not in it. */
export function withoutId<T extends { id: string }>(list: T[], id: string): T[] {
  return list.some((object) => object.id === id) ? list.filter((object) => object.id !== id) : list;
}

/** Orders ids as Postgres orders uuids: by their bytes, which for lower-case hex is by character. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
