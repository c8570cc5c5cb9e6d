import { describe, expect, it } from '@jest/globals';
import { escapeLine, quoteBody } from './markdown-text.js';

describe('a name in Markdown', () => {
  it('is plain characters, whatever it holds', () => {
    expect(escapeLine('<script>alert(1)</script>')).toBe('\\<script\\>alert(1)\\</script\\>');
    expect(escapeLine('**bold** _x_ `code` [a](http://b)')).toBe(
      '\\*\\*bold\\*\\* \\_x\\_ \\`code\\` \\[a\\](http\\://b)',
    );
    expect(escapeLine('# 1')).toBe('\\# 1');
    expect(escapeLine('1. First')).toBe('1\\. First');
    expect(escapeLine('- item')).toBe('\\- item');
    expect(escapeLine('a | b')).toBe('a \\| b');
  });

  it('stays on one line and in reading order', () => {
    expect(escapeLine('Aida\n## Decision\u202Eecalper')).toBe('Aida \\#\\# Decisionecalper');
  });
});

describe('somebody’s Markdown in a quotation', () => {
  it('cannot leave the quotation', () => {
    expect(quoteBody('one\n\n# two\r\nthree\u2028four')).toBe('> one\n>\n> # two\n> three\n> four');
  });

  it('has no HTML and no links that run something', () => {
    expect(quoteBody('<img src=x onerror=alert(1)>')).toBe('> &lt;img src=x onerror=alert(1)>');
    expect(quoteBody('[a](javascript:alert(1)) [b]( data:text/html,x)')).toBe(
      '> [a\\](javascript:alert(1)) [b\\]( data:text/html,x)',
    );
  });

  it('keeps its own formatting', () => {
    expect(quoteBody('**Agreed**: see [the table](https://example.org)')).toBe(
      '> **Agreed**: see [the table](https://example.org)',
    );
  });
});
