const HARMLESS = new Set(['http', 'https', 'mailto']);
/** Schemes that run what follows them. */
const RUNNING = new Set(['javascript', 'vbscript', 'data']);

/**
 * A bracket that may end the text of a link or the label of a definition: not escaped itself, then what may open an
 * address, and all that is there up to the next bracket, with it.
 */
const LINK_BRACKET = /\](?<=(?<!\\)(?:\\\\)*\])(?=(\s*[(:])([^[\]]*[[\]]?))/gu;

/** Entities that can stand for a part of a scheme, or for what is overlooked in one. */
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(colon|tab|newline|plus|period|lt|gt));?/giu;
const NAMED: Record<string, string> = {
  colon: ':',
  tab: '\t',
  newline: '\n',
  plus: '+',
  period: '.',
  lt: '<',
  gt: '>',
};

/** Browsers overlook some of these in a scheme, and those who convert Markdown overlook others. */
const OVERLOOKED = /[\s\\<>\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060-\u2064\u2066-\u2069]/gu;

/**
 * Takes the link from every bracket that could lead anywhere but to a page or a letter, by escaping it; words stay as
 * they are. Links without a scheme stay. Lines must end with a line feed, since an address may stand on the next one.
 */
export function breakUnsafeLinks(text: string): string {
  return text.replace(LINK_BRACKET, (bracket: string, opening: string, rest: string) =>
    isUnsafe(opening, rest) ? `\\${bracket}` : bracket,
  );
}

/** What would run is broken wherever anybody could see a link; other schemes only where CommonMark has one. */
function isUnsafe(opening: string, rest: string): boolean {
  if (RUNNING.has(schemeOf(rest) ?? '')) return true;
  const [, address = '', after = ''] = /^[\s>]*(\S*)(.*)/su.exec(rest) ?? [];
  const scheme = schemeOf(address);
  if (scheme === null || HARMLESS.has(scheme)) return false;
  return opening === '(' || (opening === ':' && endsDefinition(after));
}

/** A definition has nothing but a title behind its address: «[Chair]: Note: we begin» is none. */
function endsDefinition(after: string): boolean {
  return /^[^\S\n]*(?:$|[\n"'(])/u.test(after);
}

/** The scheme with which a browser would open an address, in small letters; null where it has none. */
function schemeOf(address: string): string | null {
  const plain = decodeEntities(address).replace(OVERLOOKED, '');
  return /^([a-z][a-z0-9+.-]*):/iu.exec(plain)?.[1]?.toLowerCase() ?? null;
}

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? '';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
