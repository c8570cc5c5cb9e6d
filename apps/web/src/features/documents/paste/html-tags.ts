/** One piece of an HTML text, in order. */
export type HtmlPiece =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; end: number }
  | { kind: 'close'; name: string };

/** Elements whose content is no HTML: nothing in them is looked at. */
const RAW = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'noembed',
  'noframes',
  'noscript',
  'iframe',
]);

/**
 * Splits an HTML text into tags and words in one pass, without building a document, so that nothing in it can run or be
 * fetched. Comments, declarations and raw elements are left out. Takes time in proportion to the length, whatever it holds.
 */
export function* readHtml(html: string): Generator<HtmlPiece> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next < 0) {
      yield { kind: 'text', text: html.slice(at) };
      return;
    }
    if (next > at) yield { kind: 'text', text: html.slice(at, next) };
    at = next;
    if (html.startsWith('<!--', at)) {
      at = after(html, '-->', at + 4);
    } else if (/[!?]/.test(html[at + 1] ?? '')) {
      at = after(html, '>', at);
    } else if (/[a-z]/i.test(html[at + 1] ?? '')) {
      const tag = readTag(html, at + 1);
      at = RAW.has(tag.name) ? endOfRaw(html, tag.name, tag.end) : tag.end;
      if (!RAW.has(tag.name)) yield tag;
    } else if (html[at + 1] === '/') {
      const end = after(html, '>', at);
      yield { kind: 'close', name: nameAt(html, at + 2) };
      at = end;
    } else {
      yield { kind: 'text', text: '&lt;' };
      at += 1;
    }
  }
}

function readTag(html: string, from: number): HtmlPiece & { kind: 'open' } {
  const name = nameAt(html, from);
  const attributes = new Map<string, string>();
  let at = from + name.length;
  while (at < html.length && html[at] !== '>') {
    if (/[\s/"'=<]/.test(html[at] ?? '')) {
      at += 1;
      continue;
    }
    const attribute = readAttribute(html, at);
    if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute.value);
    at = attribute.end;
  }
  return { kind: 'open', name, attributes, end: at + 1 };
}

function readAttribute(html: string, from: number): { name: string; value: string; end: number } {
  const name = match(/[^\s"'<>/=]+/y, html, from).toLowerCase();
  let at = from + name.length;
  at += match(/\s*/y, html, at).length;
  if (html[at] !== '=') return { name, value: '', end: at };
  at += 1;
  at += match(/\s*/y, html, at).length;
  const quote = html[at];
  if (quote !== '"' && quote !== "'") {
    const value = match(/[^\s>]*/y, html, at);
    return { name, value: unescapeHtml(value), end: at + value.length };
  }
  const end = html.indexOf(quote, at + 1);
  const stop = end < 0 ? html.length : end;
  return { name, value: unescapeHtml(html.slice(at + 1, stop)), end: stop + 1 };
}

/** Names of Word hold a colon, such as `o:p`. */
function nameAt(html: string, from: number): string {
  return match(/[a-z][a-z0-9:-]*/iy, html, from).toLowerCase();
}

function match(sticky: RegExp, text: string, from: number): string {
  sticky.lastIndex = from;
  return sticky.exec(text)?.[0] ?? '';
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? after(html, '>', found.index) : html.length;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function unescapeHtml(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '0', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
