/** Puts a list that was changed here upon a newer one: what others added or took out stands, and so for oneself. */
export function rebaseLinks<T>(
  links: readonly T[],
  before: readonly T[],
  newest: readonly T[],
  keyOf: (link: T) => string,
): T[] {
  const isIn = (list: readonly T[], link: T) => list.some((each) => keyOf(each) === keyOf(link));
  const left = newest.filter((link) => isIn(links, link) || !isIn(before, link));
  const added = links.filter((link) => !isIn(before, link) && !isIn(newest, link));
  return [...left, ...added];
}
