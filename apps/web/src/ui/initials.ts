// Letters and figures only: controls, marks of direction and piled-up accents never reach the disc.
const firstSign = /[\p{L}\p{N}]/u;

/** One or two capital letters for a name, whatever the name contains; `?` where it has no letter. */
export function initialsOf(name: string): string {
  const signs = name
    .split(/[\s\p{C}]+/u)
    .map((word) => firstSign.exec(word)?.[0])
    .filter((sign): sign is string => sign !== undefined);
  const last = signs.length > 1 ? signs.at(-1) : '';
  return ((signs[0] ?? '?') + last).toLocaleUpperCase();
}

/** A hue from 0 to 359 that stays the same for an id. FNV-1a. */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  // Ids that differ in their last letter only shall not be neighbours.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % 360;
}
