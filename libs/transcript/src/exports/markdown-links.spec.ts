import { describe, expect, it } from '@jest/globals';
import { defaultMarkdownParser } from 'prosemirror-markdown';
import { breakUnsafeLinks } from './markdown-links.js';
import { quoteBody } from './markdown-text.js';

const reader = defaultMarkdownParser.tokenizer;
reader.validateLink = () => true;

/** Where the links and pictures of a document lead, as a reader that refuses nothing finds them. */
function addressesIn(markdown: string): (string | null)[] {
  const parts = reader.parse(markdown, {}).flatMap(({ children }) => children ?? []);
  return parts.flatMap((part) => {
    if (part.type === 'link_open') return [part.attrGet('href')];
    return part.type === 'image' ? [part.attrGet('src')] : [];
  });
}

/** Addresses that run something in one reader or another, or open more than a page. */
const HOSTILE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'javascript\\:alert(1)',
  'java\\script:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;avascript:alert(1)',
  '&#0000106avascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'javascript&#x3a;alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'java&#9;script&#10;:alert(1)',
  'java\tscript:alert(1)',
  '&#1;javascript:alert(1)',
  '<javascript:alert(1)>',
  '<java\tscript:alert(1)>',
  '&lt;javascript:alert(1)&gt;',
  ' javascript:alert(1)',
  '\n  javascript:alert(1)',
  '\u2028javascript:alert(1)',
  '\n> javascript:alert(1)',
  'java\u200bscript:alert(1)',
  'javascript:alert(1) "a title"',
  'vbscript:MsgBox(1)',
  'VB&#115;cript:MsgBox(1)',
  'data:text/html,alert(1)',
  'data&colon;text/html;base64,PHNjcmlwdD4=',
  'file:///etc/passwd',
  'ms-word:ofe|u|https://evil.example/a.docx',
  'view-source:x',
  'tel:+996312000000',
];

/** Addresses of links that stay, as they were written. */
const HARMLESS = [
  'https://example.org/a?b=c&d=e#f',
  'HTTP://example.org',
  'http&#58;//example.org',
  'mailto:desk@example.org',
  '#annex',
  '/m/1/transcript',
  '//example.org/page',
  'annex/table:2.pdf',
  'annex.pdf "data: the annex"',
  '10:30',
];

describe('a link in somebody’s Markdown', () => {
  it.each(HOSTILE)('is broken where it leads to %j, whatever form it has', (address) => {
    for (const body of [
      `See [minutes](${address}).`,
      `![minutes](${address})`,
      `[minutes][1]\n\n[1]: ${address}`,
      `[minutes\\\\](${address})`,
    ]) {
      const quoted = quoteBody(body);
      expect(quoted).toContain('\\]');
      expect(addressesIn(quoted)).toEqual([]);
    }
  });

  it.each(HARMLESS)('stays as it is where it leads to %j', (address) => {
    for (const body of [`See [minutes](${address}).`, `[minutes][1]\n\n[1]: ${address}`]) {
      expect(breakUnsafeLinks(body)).toBe(body);
      expect(addressesIn(body)).toHaveLength(1);
    }
  });

  it('is broken in a quotation within the words', () => {
    const quoted = quoteBody('> [minutes][1]\n>\n> [1]:\n> javascript:alert(1)');
    expect(addressesIn(quoted)).toEqual([]);
  });

  it('is not made of words that had none', () => {
    const body = 'a \\](javascript:alert(1)) b \\\\\\](javascript:alert(1))';
    expect(breakUnsafeLinks(body)).toBe(body);
  });

  it('is looked for in a time that grows with the words only', () => {
    for (const part of ['](', ']:', ']: a', '](&#9;', '\\', '](\\', '[x]:\n', '](   ']) {
      const began = performance.now();
      breakUnsafeLinks(part.repeat(100_000));
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });
});

describe('ordinary words', () => {
  it.each([
    '**Agreed**: see [the table](https://example.org) and <write> to [us](mailto:desk@example.org).',
    '[Chair]: Note: we begin at 10:30.',
    '[Chair]: Water: the plan; [1] (Note: see annex); [sic] (source: the log)',
    'trackbot: [ISSUE-12]: closed: as agreed [2]',
    '- [x] done\n- [ ] open: [a][b]\n\n[b]: https://example.org "Title: a"',
    '| a | b |\n|---|---|\n| [1] | C:\\temp |',
    '«[Төрага]: Макулбузбу?» — `arr[i]: value`',
    '(see [annex 2]) javascript: the language; data: the numbers',
  ])('stay byte for byte: %j', (body) => {
    expect(breakUnsafeLinks(body)).toBe(body);
  });
});
