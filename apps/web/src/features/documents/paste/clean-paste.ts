import { safeUrl } from '../../../ui/safe-url.js';
import { readHtml, type HtmlPiece } from './html-tags.js';
import { levelOf, markerKind, WordLists } from './word-lists.js';

/** Elements that are kept, under the name they are kept by. */
const KEPT: Record<string, string> = {
  p: 'p',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  table: 'table',
  tr: 'tr',
  td: 'td',
  th: 'th',
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  blockquote: 'blockquote',
};
/** What only parts one paragraph from another. */
const BLOCKS = new Set([
  'div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'figure', 'figcaption',
  'dl', 'dt', 'dd', 'form', 'fieldset', 'center', 'pre', 'caption', 'details', 'summary',
]); // prettier-ignore
const VOID = new Set([
  'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr',
]); // prettier-ignore
/** Left out with all that is in them. */
const DROPPED = new Set([
  'head', 'xml', 'object', 'svg', 'math', 'template', 'audio', 'video', 'canvas', 'map', 'select', 'button', 'colgroup',
]); // prettier-ignore
const STARTS_BLOCK = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'ul',
  'ol',
  'table',
  'tr',
  'td',
  'th',
  'blockquote',
  'div',
]);
/** Word nests that deep only by mistake; the stack is searched for each closing tag. */
const DEEPEST = 200;

interface Opened {
  name: string;
  close: string;
  isDropped: boolean;
}

/**
 * Makes of what a word processor or a browser puts on the clipboard the little that a proposal may hold: headings, lists,
 * tables, quotations, bold, italic and safe links. Scripts, styles, pictures, comments, fields and hidden text are gone.
 * Takes time in proportion to the length: 2 MB in a few tens of milliseconds.
 */
export function cleanPaste(html: string): string {
  const cleaner = new Cleaner(html);
  for (const piece of readHtml(html)) cleaner.take(piece);
  return withoutEmptyParagraphs(cleaner.finish());
}

/** The same in steps of `stepMs`, with a `pause` between, so that a page goes on answering. */
export async function cleanLongPaste(
  html: string,
  pause: () => Promise<void>,
  stepMs: number,
): Promise<string> {
  const cleaner = new Cleaner(html);
  let stepEnds = performance.now() + stepMs;
  for (const piece of readHtml(html)) {
    cleaner.take(piece);
    if (performance.now() < stepEnds) continue;
    await pause();
    stepEnds = performance.now() + stepMs;
  }
  return withoutEmptyParagraphs(cleaner.finish());
}

class Cleaner {
  private readonly out: string[] = [];
  private readonly stack: Opened[] = [];
  private readonly lists = new WordLists();
  private dropping = 0;
  /** Between the begin of a field of Word and what it shows stands how it is computed. */
  private isInFieldCode = false;

  constructor(private readonly html: string) {}

  take(piece: HtmlPiece): void {
    if (piece.kind === 'open') this.open(piece);
    else if (piece.kind === 'close') this.close(piece.name);
    else if (this.dropping === 0 && !this.isInFieldCode) this.out.push(piece.text);
  }

  finish(): string {
    this.popTo(0);
    this.out.push(this.lists.endAll());
    return this.out.join('');
  }

  private open({ name, attributes, end }: HtmlPiece & { kind: 'open' }): void {
    if (VOID.has(name)) {
      if (name === 'br' && this.dropping === 0) this.out.push('<br>');
      return;
    }
    if (this.stack.length >= DEEPEST) return;
    const style = attributes.get('style') ?? '';
    this.followField(name, style);
    if (DROPPED.has(name) || isHidden(style)) {
      this.dropping += 1;
      this.stack.push({ name, close: '', isDropped: true });
      return;
    }
    const opened = this.dropping > 0 ? EMPTY : this.tagsOf(name, attributes, style, end);
    this.out.push(opened.open);
    this.stack.push({ name, close: opened.close, isDropped: false });
  }

  private followField(name: string, style: string): void {
    const mark = style === '' ? null : /mso-element:\s*field-(begin|separator|end)/i.exec(style);
    if (mark) this.isInFieldCode = mark[1]?.toLowerCase() === 'begin';
    else if (KEPT[name] && STARTS_BLOCK.has(name)) this.isInFieldCode = false;
  }

  private close(name: string): void {
    const found = this.stack.findLastIndex((each) => each.name === name);
    if (found >= 0) this.popTo(found);
  }

  private popTo(depth: number): void {
    while (this.stack.length > depth) {
      const top = this.stack.pop();
      if (!top) return;
      if (top.isDropped) this.dropping -= 1;
      else if (endsLists(top.close)) this.out.push(this.lists.endAll());
      this.out.push(top.close);
    }
  }

  private tagsOf(name: string, attributes: ReadonlyMap<string, string>, style: string, end: number): Tags {
    const level = name === 'p' ? levelOf(style) : null;
    if (level !== null) {
      return { open: this.lists.item(level, markerKind(this.html, end)) + '<p>', close: '</p>' };
    }
    const kept = KEPT[name] ?? (BLOCKS.has(name) ? 'div' : null);
    const before = kept !== null && STARTS_BLOCK.has(kept) ? this.lists.endAll() : '';
    const tags = this.plainTags(name, kept, attributes, style);
    return { open: before + tags.open, close: tags.close };
  }

  private plainTags(
    name: string,
    kept: string | null,
    attributes: ReadonlyMap<string, string>,
    style: string,
  ): Tags {
    if (name === 'a') return linkTags(attributes.get('href'));
    // Google wraps all it copies in a bold element that is not bold.
    if ((kept === 'strong' && /font-weight:\s*(normal|400)/i.test(style)) || kept === null)
      return marksOf(style);
    if (kept === 'td' || kept === 'th')
      return tagsFor(kept, spanOf(attributes, 'colspan') + spanOf(attributes, 'rowspan'));
    return tagsFor(kept, ownMarks(attributes));
  }
}

interface Tags {
  open: string;
  close: string;
}
const EMPTY: Tags = { open: '', close: '' };

function tagsFor(name: string, attributes = ''): Tags {
  return { open: `<${name}${attributes}>`, close: `</${name}>` };
}

function marksOf(style: string): Tags {
  const isBold = /font-weight:\s*(bold|[6-9]00)/i.test(style);
  const isItalic = /font-style:\s*italic/i.test(style);
  return {
    open: (isBold ? '<strong>' : '') + (isItalic ? '<em>' : ''),
    close: (isItalic ? '</em>' : '') + (isBold ? '</strong>' : ''),
  };
}

function linkTags(href: string | undefined): Tags {
  const address = href === undefined ? null : safeUrl(href);
  return address === null ? EMPTY : tagsFor('a', ` href="${escapeAttribute(address)}"`);
}

/** What the editor itself puts on the clipboard: a paragraph that is moved keeps its identity. */
function ownMarks(attributes: ReadonlyMap<string, string>): string {
  const identity = attributes.get('data-paragraph') ?? '';
  const slice = attributes.get('data-pm-slice') ?? '';
  return (
    (/^[\w-]{1,40}$/.test(identity) ? ` data-paragraph="${identity}"` : '') +
    (/^\d{1,2} \d{1,2}(?: -\d{1,2})? \[\]$/.test(slice) ? ` data-pm-slice="${slice}"` : '')
  );
}

function spanOf(attributes: ReadonlyMap<string, string>, name: 'colspan' | 'rowspan'): string {
  const count = Number(attributes.get(name));
  return Number.isInteger(count) && count > 1 && count <= 100 ? ` ${name}="${count}"` : '';
}

/** Hidden text, the list of comments at the end and their marks, the bullets Word writes as words, and codes of fields. */
function isHidden(style: string): boolean {
  return (
    style !== '' &&
    /display:\s*none|mso-hide:\s*all|mso-list:\s*ignore|mso-element:\s*(comment|field-)|mso-special-character:\s*comment/i.test(
      style,
    )
  );
}

function endsLists(close: string): boolean {
  return /^<\/(td|th|tr|table|div|li|blockquote)>$/.test(close);
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function withoutEmptyParagraphs(html: string): string {
  return html.replace(/<p>(?:\s|&nbsp;|\u00a0)*<\/p>/g, '');
}
