/** Longer than this, a title in the largest letters would push everything else off the first screen. Characters. */
const longestLarge = 120;

/** Whether a title is to be set in smaller letters (`h1[data-long]`), so that what follows stays in sight. */
export function isLongTitle(title: string): boolean {
  return title.length > longestLarge;
}
