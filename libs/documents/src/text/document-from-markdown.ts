import { defaultMarkdownParser, MarkdownParser } from 'prosemirror-markdown';
import type { Node } from 'prosemirror-model';
import { documentSchema } from './document-schema.js';

type Tokenizer = typeof defaultMarkdownParser.tokenizer;
type Token = ReturnType<Tokenizer['parse']>[number];

/** The editor offers three levels. */
const DEEPEST_HEADING = 3;

const tokenizer = defaultMarkdownParser.tokenizer
  .enable(['table', 'strikethrough'])
  // A picture would be fetched from somewhere else: its address stays as a link.
  .disable('image');

const parser = new MarkdownParser(
  documentSchema,
  { parse: (text: string, env: object) => wrapCells(tokenizer.parse(text, env)) } as Tokenizer,
  {
    blockquote: { block: 'blockquote' },
    paragraph: { block: 'paragraph' },
    list_item: { block: 'listItem' },
    bullet_list: { block: 'bulletList' },
    ordered_list: {
      block: 'orderedList',
      getAttrs: (token) => ({ start: Number(token.attrGet('start') ?? 1) }),
    },
    heading: {
      block: 'heading',
      getAttrs: (token) => ({ level: Math.min(DEEPEST_HEADING, Number(token.tag.slice(1))) }),
    },
    code_block: { block: 'codeBlock', noCloseToken: true },
    fence: {
      block: 'codeBlock',
      getAttrs: (token) => ({ language: token.info || null }),
      noCloseToken: true,
    },
    hr: { node: 'horizontalRule' },
    hardbreak: { node: 'hardBreak' },
    // A line of its own is shown as one wherever proposals are read.
    softbreak: { node: 'hardBreak' },
    table: { block: 'table' },
    thead: { ignore: true },
    tbody: { ignore: true },
    tr: { block: 'tableRow' },
    th: { block: 'tableHeader' },
    td: { block: 'tableCell' },
    em: { mark: 'italic' },
    strong: { mark: 'bold' },
    s: { mark: 'strike' },
    link: {
      mark: 'link',
      getAttrs: (token) => ({ href: token.attrGet('href'), title: token.attrGet('title') }),
    },
    code_inline: { mark: 'code', noCloseToken: true },
  },
);

/** Reads Markdown, as proposals are written in, into what a document holds. */
export function parseMarkdown(text: string): Node {
  const found = parser.parse(text);
  return found.childCount > 0 ? found : documentSchema.node('doc', null, [documentSchema.node('paragraph')]);
}

/**
 * Splits a text into its paragraphs: the blocks at its top (a paragraph, a heading, a whole list, a table), each as it
 * stands there, without the empty lines between them.
 */
export function splitParagraphs(text: string): string[] {
  const lines = text.split('\n');
  return tokenizer.parse(text, {}).flatMap(({ level, nesting, map }) => {
    if (level !== 0 || nesting < 0 || !map) return [];
    return [lines.slice(map[0], map[1]).join('\n').trimEnd()];
  });
}

/** Markdown puts words into a cell directly, the editor a paragraph around them. */
function wrapCells(tokens: Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token.type === 'th_open' || token.type === 'td_open')
      return [token, paragraph(token, 'paragraph_open')];
    if (token.type === 'th_close' || token.type === 'td_close')
      return [paragraph(token, 'paragraph_close'), token];
    return [token];
  });
}

function paragraph(like: Token, type: string): Token {
  const Kind = like.constructor as new (type: string, tag: string, nesting: number) => Token;
  return new Kind(type, 'p', type === 'paragraph_open' ? 1 : -1);
}
